<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("errorTitle")}
<#elseif section = "form">
<div class="stack" id="kc-error-message">
  <p class="quiet">${kcSanitize(message.summary)?no_esc}</p>
  <#if traceId??><p class="quiet" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
  <#if !skipLink?? && client?? && client.baseUrl?has_content><a class="button block" id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
</div>
</#if>
</@layout.registrationLayout>
