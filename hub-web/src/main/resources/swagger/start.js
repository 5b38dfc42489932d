// Starts Swagger UI over the hub's own documents. Whoever is signed in tries things out as themselves: writes bring the
// session's secret, as every page's do.
(async () => {
  const documents = { hub: '/openapi', vault: '/swagger/vault.yaml', 'edge-vault': '/swagger/edge-vault.json' };
  const of = new URLSearchParams(location.search).get('of');
  const me = await fetch('/api/v1/me', { headers: { Accept: 'application/json' } });
  const csrf = me.ok ? (await me.json()).csrf : undefined;
  window.SwaggerUIBundle({
    url: Object.hasOwn(documents, of) ? documents[of] : documents.hub,
    dom_id: '#swagger-ui',
    deepLinking: true,
    validatorUrl: null,
    persistAuthorization: false,
    requestInterceptor: (request) => {
      if (csrf && new URL(request.url, location.href).origin === location.origin) {
        request.headers['X-CSRF-Token'] = csrf;
      }
      return request;
    },
  });
})();
