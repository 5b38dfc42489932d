// Starts Swagger UI over the hub's own document. Whoever is signed in tries things out as themselves: writes bring the
// session's secret, as every page's do.
(async () => {
  const me = await fetch('/api/v1/me', { headers: { Accept: 'application/json' } });
  const csrf = me.ok ? (await me.json()).csrf : undefined;
  window.SwaggerUIBundle({
    url: '/openapi',
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
