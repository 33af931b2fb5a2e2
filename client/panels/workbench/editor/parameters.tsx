import { useId, useMemo } from 'react';
import { PARAMETER_KINDS, type ParameterInput } from '../../../../server/core/contract/workbench-link.ts';
import { labelOfKey, parametersIn, parameterValue } from '../../../state/workbench/parameters.ts';
import { useWorkbench, useWorkbenchState } from '../context.ts';
import { NodePicker } from './node-picker.tsx';
import { ParameterField } from './parameter-field.tsx';

const KINDS: Readonly<Record<ParameterInput['kind'], string>> = {
  String: 'text',
  Integer: 'whole number',
  Float: 'number',
  Boolean: 'true or false',
  Date: 'date',
  LocalDateTime: 'date and time',
  ZonedDateTime: 'date, time and zone',
  LocalTime: 'time',
  Duration: 'duration',
  Json: 'list or map (JSON)',
};
const EMPTY: ParameterInput = { kind: 'String', text: '' };

/** A form of the parameters that the statement names. */
export function Parameters() {
  const statement = useWorkbenchState((state) => state.statement);
  const inputs = useWorkbenchState((state) => state.parameters);
  const names = useMemo(() => parametersIn(statement), [statement]);
  if (names.length === 0) return null;
  return (
    <fieldset className="parameters">
      <legend>Parameters</legend>
      {names.map((name) => (
        <Parameter key={name} name={name} input={inputs[name] ?? EMPTY} />
      ))}
    </fieldset>
  );
}

function Parameter({ name, input }: { name: string; input: ParameterInput }) {
  const { setParameter } = useWorkbench();
  const question = useWorkbenchState((state) => state.question);
  const known = question?.parameters.find((given) => given.name === name);
  const id = useId();
  const fault = input.text === '' ? undefined : faultOf(name, input);
  const label = known && labelOfKey(known.type);
  const change = (text: string) => setParameter(name, { ...input, text });
  const described = [known && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="parameter">
      <label htmlFor={id}>${name}</label>
      {label ? (
        <NodePicker id={id} label={label} chosen={input.text} choose={change} described={described} />
      ) : (
        <ParameterField
          id={id}
          input={input}
          change={change}
          described={described}
          invalid={fault !== undefined}
        />
      )}
      {!label && (
        <select
          aria-label={`Kind of $${name}`}
          value={input.kind}
          onChange={({ target }) =>
            setParameter(name, { ...input, kind: target.value as ParameterInput['kind'] })
          }
        >
          {PARAMETER_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]}
            </option>
          ))}
        </select>
      )}
      {known && (
        <p className="muted" id={`${id}-help`}>
          {known.description}
        </p>
      )}
      {fault && (
        <p className="problem" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

function faultOf(name: string, input: ParameterInput): string | undefined {
  try {
    parameterValue(name, input);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
