<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("pageExpiredTitle")}
<#elseif section = "form">
<div class="stack">
  <p class="quiet">${msg("pageExpiredMsg1")}</p>
  <a class="button main block" id="loginContinueLink" href="${url.loginAction}">${msg("pageExpiredGoOn")}</a>
  <a class="button block" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("pageExpiredAgain")}</a>
</div>
</#if>
</@layout.registrationLayout>
