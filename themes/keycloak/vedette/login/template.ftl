<#-- The page round every form: one card, the mark and the languages above, a quiet day of cameras behind. Nothing inline, so that
     a strict content security policy holds; without scripts everything but the eye in the password field still works. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <meta name="signed-in-elsewhere" content="${url.ssoLoginInOtherTabsUrl}">
  <#if authenticationSession??><meta name="sign-in-session" content="${authenticationSession.authSessionIdHash}"></#if>
  <title>${msg("loginTitle", (realm.displayName!''))}</title>
  <link rel="icon" href="${url.resourcesPath}/img/mark.svg" type="image/svg+xml">
  <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <#if scripts??><#list scripts as script>
  <script src="${script}"></script>
  </#list></#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module" src="${url.resourcesPath}/js/other-tabs.js"></script>
</head>
<body data-page-id="login-${pageId}">
<main class="login">
  <section class="login-card stack wide">
    <div class="row spread">
      <p class="row brand"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 5l9 15 9-15"/><circle cx="12" cy="7" r="2.4"/></svg><b>${kcSanitize(msg("loginTitleHtml",(realm.displayNameHtml!'')))?no_esc}</b></p>
      <#if realm.internationalizationEnabled && locale.supported?size gt 1>
      <details class="language" id="languages">
        <summary><span class="unseen">${msg("languages")}: </span>${locale.current}</summary>
        <ul><#list locale.supported?sort_by("label") as other>
          <li><a href="${other.url}" lang="${other.languageTag}" hreflang="${other.languageTag}"<#if other.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${other.label}</a></li></#list>
        </ul>
      </details>
      </#if>
    </div>
    <div class="stack tight">
      <h1 id="kc-page-title"><#nested "header"></h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
      <p class="quiet">${msg("signInAs")} <b id="kc-attempted-username">${auth.attemptedUsername}</b> · <a class="link" id="reset-login" href="${url.loginRestartFlowUrl}">${msg("signInAsOther")}</a></p>
      </#if>
    </div>
    <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
    <div class="note<#if message.type = 'error'> attention</#if>" role="<#if message.type = 'error'>alert<#else>status</#if>"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.500l6 11H2zM8 6.800v3M8 11.800h.01"/></svg><p>${message.summary}</p></div>
    </#if>
    <#nested "form">
    <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form action="${url.loginAction}" method="post"><input type="hidden" name="tryAnotherWay" value="on"><button class="button block" id="try-another-way">${msg("doTryAnotherWay")}</button></form>
    </#if>
    <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
    <form action="${url.loginAction}" method="post"><input type="hidden" name="switchOrganization" value="true"><button class="button block" id="switch-organization">${msg("doSwitchOrganization")}</button></form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><div class="quiet"><#nested "info"></div></#if>
  </section>
  <div class="login-art" aria-hidden="true"><i class="ground"></i><i class="footage"></i><i class="motion"></i><i class="gap"></i></div>
</main>
</body>
</html>
</#macro>
