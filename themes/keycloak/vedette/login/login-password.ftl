<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password'); section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
<form id="kc-form-login" class="stack" action="${url.loginAction}" method="post" novalidate>
  <@field.password name="password" label=msg("password") forgotPassword=realm.resetPasswordAllowed autofocus=true autocomplete="current-password"/>
  <#if messagesPerField.existsError('password')><@field.forgotten reset=realm.resetPasswordAllowed/></#if>
  <button class="button main block" id="kc-login" name="login">${msg("doLogIn")}</button>
</form>
</#if>
</@layout.registrationLayout>
