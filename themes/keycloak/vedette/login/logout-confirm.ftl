<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("logoutConfirmTitle")}
<#elseif section = "form">
<form class="stack" id="kc-logout-confirm" action="${url.logoutConfirmAction}" method="post">
  <p class="quiet">${msg("logoutConfirmHeader")}</p>
  <input type="hidden" name="session_code" value="${logoutConfirm.code}">
  <button class="button main block" id="kc-logout" name="confirmLogout" value="true">${msg("doLogout")}</button>
  <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content><a class="button block" href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
</form>
</#if>
</@layout.registrationLayout>
