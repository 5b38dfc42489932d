<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password','password-confirm'); section>
<#if section = "header">${msg("updatePasswordTitle")}
<#elseif section = "form">
<form id="kc-passwd-update-form" class="stack" action="${url.loginAction}" method="post" novalidate>
  <#assign hint><#if (passwordPolicies.length)??>${msg("passwordHint", passwordPolicies.length)}</#if></#assign>
  <@field.password name="password-new" label=msg("passwordNew") fieldName="password" autocomplete="new-password" autofocus=true hint=hint/>
  <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
  <@field.checkbox name="logout-sessions" label=msg("logoutOtherSessions")/>
  <button class="button main block" id="kc-submit" name="login">${msg("passwordSave")}</button>
  <#if isAppInitiatedAction??><button class="button block" id="kc-cancel" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
