/** What a column may be for. */
export type ColumnRole =
  | 'source'
  | 'target'
  | 'type'
  | 'sign'
  | 'weight'
  | 'since'
  | 'until'
  | 'statedOn'
  | 'id'
  | 'name'
  | 'labels'
  | 'aliases'
  | 'direction'
  | 'claim'
  | 'quotation'
  | 'evidence'
  | 'paragraph'
  | 'assertedBy';

/** Names of columns by what they are for, letters and digits alone. The first of each is the surest. */
const WORDS: Readonly<Record<ColumnRole, string>> = {
  source:
    'source,sourceid,sourcenode,from,fromid,fromnode,src,sender,ego,actor1,actor1name,node1,n1,v1,i,id1,start_node,startid,u,sourcename,initiator,reporter,origin,von,quelle',
  target:
    'target,targetid,targetnode,to,toid,tonode,dst,dest,destination,receiver,recipient,alter,actor2,actor2name,node2,n2,v2,j,id2,end_node,endid,v,targetname,partner,nach,ziel',
  type: 'relation,relationship,relationshiptype,reltype,rel,edgetype,kind,predicate,verb,relationtype,interaction,type',
  sign: 'sign,stance,vote,votes,voted,polarity,valence,agreement,position,attitude,sentiment',
  weight: 'weight,w,value,count,strength,amount,n,freq,frequency,edgeweight,gewicht,flow,trade,intensity',
  since: 'since,start,startdate,startyear,begin,begindate,fromdate,beginning,styear,strtyr,validfrom',
  until: 'until,end,enddate,endyear,todate,ending,endyr,validto',
  statedOn: 'date,day,time,timestamp,datetime,year,statedon,saidon,eventdate,published,datum,jahr',
  id: 'id,key,nodeid,code,iso,iso3,ccode,identifier,edgeid',
  name: 'name,label,nodelabel,title,fullname,actor,country,state,organisation,organization,person',
  labels: 'labels,nodetype,category,class,group,party,modularityclass',
  aliases: 'aliases,alias,othernames,aka',
  direction: 'directed,direction',
  claim: 'claim,statement,text,note,comment,description',
  quotation: 'quotation,quote,excerpt',
  evidence: 'evidence,sourcedocument,document,reference,citation,url,article',
  paragraph: 'paragraph,page,section',
  assertedBy: 'assertedby,speaker,saidby,whosays',
};

const ROLES = new Map<string, ColumnRole>();
for (const [role, words] of Object.entries(WORDS))
  for (const word of words.split(','))
    if (!ROLES.has(plainWord(word))) ROLES.set(plainWord(word), role as ColumnRole);

/** What the name of a column says it is for. */
export function columnWord(name: string): ColumnRole | undefined {
  return ROLES.get(plainWord(name));
}

/** Whether a column's name says `from` or `to` plainly, so that its edges have a direction. */
export function saysDirection(name: string): boolean {
  return /^(?:from|to|sender|receiver|recipient|initiator|von|nach|origin|dest|destination|reporter|partner)(?:id|node)?$/.test(
    plainWord(name),
  );
}

function plainWord(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The stem of columns that come in pairs: `country1` and `country2`, `state_a` and `state_b`. */
export function pairStem(name: string): { stem: string; side: 1 | 2 } | undefined {
  const match = /^(.*?[^\W\d_]{2,})[ _.-]?(1|2|a|b|A|B)(.*)$/.exec(name);
  const [, head = '', side = '', tail = ''] = match ?? [];
  if (!match || (/[abAB]/.test(side) && !/[ _.-]/.test(name.charAt(head.length)) && tail !== ''))
    return undefined;
  return { stem: `${head}${tail}`.toLowerCase(), side: /[1aA]/.test(side) ? 1 : 2 };
}
