// A mock interview on docimo in one file: Node 20 or newer, nothing to install.
// node mock-interview.mjs [ADDRESS]; a key, where the service wants one, in DOCIMO_KEY.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const address = process.argv[2] ?? 'http://127.0.0.1:7070';
const key = process.env.DOCIMO_KEY;

/** A reply that is a problem document: `problem.type` for the program, `problem.detail` for people. */
class Problem extends Error {
  constructor(problem) {
    super(`${problem.status} ${problem.detail}`);
    this.problem = problem;
  }
}

/** Sends a request; what is only for a moment (429, 503, a lost connection) is tried again. */
async function ask(method, path, body, headers = {}) {
  const options = {
    method,
    headers: {
      'Docimo-Actor': 'mock-interview',
      ...(key && { Authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      // the same key with the same body is done once, however often it has to be sent
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
      ...headers,
    },
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
  };
  for (let left = 4; ; left--) {
    let reply;
    try {
      reply = await fetch(address + path, options);
    } catch (lost) {
      if (left === 0) throw lost;
      await pause(1000);
      continue;
    }
    if ((reply.status === 429 || reply.status === 503) && left > 0) {
      await pause(1000 * Number(reply.headers.get('Retry-After') ?? 1));
      continue;
    }
    const text = await reply.text();
    const json = /json$/.test((reply.headers.get('Content-Type') ?? '').split(';')[0]);
    const value = json ? JSON.parse(text) : text;
    if (!reply.ok) throw new Problem(value);
    return value;
  }
}

// 1. Practice: an answer is marked and nothing is kept.
const answer =
  'A net taught to output what it was fed. First half shrinks the data, a small latent vector ' +
  'sits in the middle, second half restores it. Good for denoising and outlier detection.';
const grade = await ask('POST', '/v1/grades', { question_id: 'autoencoders', answer });
console.log(`practice: ${grade.status}, ${grade.score?.given} of ${grade.score?.maximum}`);
console.log(`for the candidate: ${grade.feedback.summary}`);

// 2. What is wrong is said with a pointer, and is not worth another try.
try {
  await ask('POST', '/v1/grades', { question_id: 'autoencoders', answr: answer });
} catch (e) {
  if (!(e instanceof Problem)) throw e;
  console.log(`refused: ${e.problem.type} at ${e.problem.pointer}`);
}

// 3. A screening: open it, hand answers in, look where candidates stand.
const screening = await ask('POST', '/v1/screenings', {
  title: 'Juniors, spring',
  questions: [{ question_id: 'autoencoders', weight: 2 }, { question_id: 'tcp-udp' }],
});
const here = `/v1/screenings/${screening.id}`;
const taken = await ask('POST', `${here}/submissions`, {
  candidate_ref: 'c-17', question_id: 'autoencoders', attempt: '1', answer,
});
console.log(`taken: ${taken.grade.feedback.summary}`); // feedback is all that candidates may see

// 4. Many at once: a file becomes a job; ask until it is done.
const rows = [
  { candidate_ref: 'c-17', question_id: 'tcp-udp', answer: 'TCP delivers bytes in order and sends lost segments again. UDP does neither and is quicker.' },
  { candidate_ref: 'c-18', question_id: 'tcp-udp', answer: 'UDP has no connection.' },
  { candidate_ref: 'c-18', question_id: 'nonsense', answer: 'Nobody asked that.' },
];
const upload = await ask('POST', `${here}/uploads`, rows.map((row) => JSON.stringify(row)).join('\n'),
  { 'Content-Type': 'application/x-ndjson' });
let job = upload;
while (job.state === 'running') {
  await pause(200);
  job = await ask('GET', `/v1/jobs/${upload.id}`);
}
const { problems } = await ask('GET', `/v1/jobs/${upload.id}/problems`);
console.log(`job: ${job.state}, ${job.done} of ${job.total}, not taken: ${problems.map((p) => p.code)}`);

// 5. Results come in pages. Nobody is rejected here: a person decides.
for (let after = ''; after !== null; ) {
  const page = await ask('GET', `${here}/results?limit=1${after && `&after=${after}`}`);
  for (const candidate of page.candidates) {
    console.log(`${candidate.candidate_ref}: ${candidate.score.value} (${candidate.score.status})`);
  }
  after = page.next;
}
