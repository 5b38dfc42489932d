<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">${msg("errorTitle")}
<#elseif section = "form">
<div class="stack" id="kc-error-message">
  <p class="quiet">${kcSanitize(message.summary)?no_esc}</p>
  <#if traceId??><p class="quiet" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
  <p class="quiet">${msg("errorWhatNow")}</p>
  <#-- a request that names no client of ours still came from somewhere near the hub -->
  <#assign home=(client.baseUrl)!properties.hub!''>
  <#if home?has_content><a class="button main block" id="backToApplication" href="${home}">${msg("backToApplication")}</a></#if>
</div>
</#if>
</@layout.registrationLayout>
