import { leanShaders } from './lean-shaders.ts';

/**
 * Has Sigma wait less for WebGL while it sets up: its shaders are leaner than its own; none is waited for before
 * its program is linked, which tells what is wrong as well; and nothing is asked about programs that do nothing.
 * Each answer comes only once the browser's graphics have done all that was asked of them before.
 */
export function spareWaits(gl: WebGL2RenderingContext): void {
  const { shaderSource, attachShader, getShaderParameter, getProgramParameter } = gl;
  const { getUniformLocation, getAttribLocation } = gl;
  const lean = leanShaders();
  const empty = new WeakSet<WebGLShader | WebGLProgram>();
  gl.shaderSource = (shader, text) => {
    const leaner = lean(text);
    if (leaner === undefined) empty.add(shader);
    shaderSource.call(gl, shader, leaner ?? NOTHING);
  };
  gl.attachShader = (program, shader) => {
    if (empty.has(shader)) empty.add(program);
    attachShader.call(gl, program, shader);
  };
  gl.getShaderParameter = (shader, name) =>
    name === gl.COMPILE_STATUS || getShaderParameter.call(gl, shader, name);
  gl.getProgramParameter = (program, name) =>
    (name === gl.LINK_STATUS && empty.has(program)) || getProgramParameter.call(gl, program, name);
  gl.getUniformLocation = (program, name) =>
    empty.has(program) ? null : getUniformLocation.call(gl, program, name);
  gl.getAttribLocation = (program, name) =>
    empty.has(program) ? -1 : getAttribLocation.call(gl, program, name);
}

const NOTHING = '#version 300 es\nprecision mediump float;void main(){}';
