<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "social-providers.ftl" as identityProviders>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password'); section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form" && realm.password>
<form id="kc-form-login" class="stack" action="${url.loginAction}" method="post" novalidate>
  <#if !usernameHidden??>
  <@field.input name="username" label=msg("usernameOrEmail") error=messagesPerField.getFirstError('username','password') autofocus=true autocomplete="username" value=login.username!''/>
  </#if>
  <@field.password name="password" label=msg("password") error=usernameHidden???then(messagesPerField.getFirstError('password'),'') forgotPassword=realm.resetPasswordAllowed autofocus=usernameHidden?? autocomplete="current-password"/>
  <#if realm.rememberMe && !usernameHidden??><@field.checkbox name="rememberMe" label=msg("rememberMe") value=login.rememberMe??/></#if>
  <input type="hidden" name="credentialId" value="<#if auth.selectedCredential?has_content>${auth.selectedCredential}</#if>">
  <#if messagesPerField.existsError('username','password')><@field.forgotten reset=realm.resetPasswordAllowed/></#if>
  <button class="button main block" id="kc-login" name="login">${msg("doLogIn")}</button>
</form>
<#elseif section = "socialProviders" && realm.password && social.providers?? && social.providers?has_content>
<@identityProviders.show social=social/>
</#if>
</@layout.registrationLayout>
