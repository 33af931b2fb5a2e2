import openSqlite from 'sql.js';

/** A project of Discourse Network Analyzer: one statement that can be read, and one that lacks its variables. */
export async function codingOf(): Promise<Uint8Array> {
  const { Database } = await openSqlite();
  const database = new Database();
  database.run(`
    CREATE TABLE CODERS(ID, Name); INSERT INTO CODERS VALUES (1, 'Eve');
    CREATE TABLE DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date);
    INSERT INTO DOCUMENTS VALUES (1, 'Speech', 'Hm… We won’t.', 1, '', 'Daily', '', '', '', 1106740800);
    UPDATE DOCUMENTS SET Text = 'Hm.. We won’t.';
    CREATE TABLE VARIABLES(ID, Variable, DataType, StatementTypeId);
    INSERT INTO VARIABLES VALUES (1, 'organization', 'short text', 1), (2, 'concept', 'short text', 1), (3, 'agreement', 'boolean', 1);
    CREATE TABLE ENTITIES(ID, VariableId, Value); INSERT INTO ENTITIES VALUES (1, 1, 'Aland'), (2, 2, 'Join');
    CREATE TABLE STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder); INSERT INTO STATEMENTS VALUES (1, 1, 1, 5, 13, 1), (2, 1, 1, 0, 2, 1);
    CREATE TABLE DATASHORTTEXT(ID, StatementId, VariableId, Entity); INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, 1), (2, 1, 2, 2);
    CREATE TABLE DATABOOLEAN(ID, StatementId, VariableId, Value); INSERT INTO DATABOOLEAN VALUES (1, 1, 3, 0);
    CREATE TABLE DATAINTEGER(ID, StatementId, VariableId, Value); CREATE TABLE DATALONGTEXT(ID, StatementId, VariableId, Value);
    CREATE TABLE ATTRIBUTEVARIABLES(ID, VariableId, AttributeVariable); CREATE TABLE ATTRIBUTEVALUES(ID, EntityId, AttributeVariableId, AttributeValue);
  `);
  const bytes = database.export();
  database.close();
  return bytes;
}
