'use strict';

/** Examples of what may be left out would be filled in and sent: they stay in the document only. */
function withoutOptionalExamples(api) {
  const operations = Object.values(api.paths).flatMap((path) => [path, ...Object.values(path)]);
  const lists = [Object.values(api.components.parameters), ...operations.map((o) => o.parameters ?? [])];
  for (const parameter of lists.flat()) {
    if (!parameter.required) delete parameter.example;
  }
  return api;
}

// What is open is described by x-extensible-enum, so extensions are shown. No other host is asked.
fetch('openapi.json')
  .then((reply) => reply.json())
  .then((api) => {
    window.ui = SwaggerUIBundle({
      spec: withoutOptionalExamples(api),
      dom_id: '#docs',
      deepLinking: true,
      displayRequestDuration: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      filter: true,
      showExtensions: true,
      validatorUrl: null,
      presets: [SwaggerUIBundle.presets.apis],
    });
  });
