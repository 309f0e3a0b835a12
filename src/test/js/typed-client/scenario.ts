// The same as ../mock-interview.mjs with a client whose types were made from /openapi.json alone.
import createClient from 'openapi-fetch';
import type { components, paths } from './docimo.js';

type Problem = components['schemas']['Problem'];

const key = process.env.DOCIMO_KEY;
const docimo = createClient<paths>({
  baseUrl: process.env.DOCIMO ?? 'http://127.0.0.1:7070',
  headers: key ? { Authorization: `Bearer ${key}` } : {},
});
const actor = { 'Docimo-Actor': 'typed-client' };

/** The reply, or the problem as an error. */
function ok<T>(reply: { data?: T; error?: Problem }): T {
  if (reply.error) throw new Error(`${reply.error.type}: ${reply.error.detail}`);
  return reply.data as T;
}

const answer = 'A net taught to output what it was fed, through a small latent vector in the middle.';
const grade = ok(await docimo.POST('/v1/grades', { body: { question_id: 'autoencoders', answer } }));
console.log(`practice: ${grade.status}, ${grade.score?.given}`);

const screening = ok(
  await docimo.POST('/v1/screenings', {
    params: { header: actor },
    body: { title: 'Typed', questions: [{ question_id: 'autoencoders', weight: 2 }, { question_id: 'tcp-udp' }] },
  }),
);
const path = { id: screening.id };
const taken = ok(
  await docimo.POST('/v1/screenings/{id}/submissions', {
    params: { path, header: actor },
    body: { candidate_ref: 'c-17', question_id: 'autoencoders', answer },
  }),
);
console.log(`taken: ${taken.grade?.feedback.summary}`);

const upload = ok(
  await docimo.POST('/v1/screenings/{id}/uploads', {
    params: { path, header: actor },
    headers: { 'Content-Type': 'text/csv' },
    body: 'candidate_ref,question_id,answer\nc-17,tcp-udp,TCP delivers bytes in order.\n',
    bodySerializer: (text) => text as string,
  }),
);
let job: components['schemas']['Job'] = upload;
while (job.state === 'running') {
  await new Promise((done) => setTimeout(done, 200));
  job = ok(await docimo.GET('/v1/jobs/{id}', { params: { path: { id: upload.id } } }));
}
console.log(`job: ${job.state}, ${job.done} of ${job.total}`);

const results = ok(await docimo.GET('/v1/screenings/{id}/results', { params: { path } }));
for (const candidate of results.candidates) {
  console.log(`${candidate.candidate_ref}: ${candidate.score.value} (${candidate.score.status})`);
}
