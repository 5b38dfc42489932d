<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "social-providers.ftl" as identityProviders>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username'); section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form" && realm.password>
<form id="kc-form-login" class="stack" action="${url.loginAction}" method="post" novalidate>
  <#if !usernameHidden??>
  <@field.input name="username" label=msg("usernameOrEmail") value=login.username!'' autofocus=true autocomplete="username"/>
  <#if realm.rememberMe><@field.checkbox name="rememberMe" label=msg("rememberMe") value=login.rememberMe??/></#if>
  </#if>
  <#if messagesPerField.existsError('username')><@field.forgotten reset=false/></#if>
  <button class="button main block" id="kc-login" name="login">${msg("signInNext")}</button>
</form>
<#elseif section = "socialProviders" && realm.password && social.providers?? && social.providers?has_content>
<@identityProviders.show social=social/>
</#if>
</@layout.registrationLayout>
