<#-- Fields as the hub draws them: the label above, what is wrong under the field and tied to it. -->
<#macro wrong name error="">
  <p class="error" id="input-error-${name}" aria-live="polite"><#if error?has_content><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.500l6 11H2zM8 6.800v3M8 11.800h.01"/></svg><span>${kcSanitize(error)?no_esc}</span></#if></p>
</#macro>

<#macro group name label error="" required=false>
<div class="field"><label for="${name}">${label}<#if required> *</#if></label><#nested><@wrong name=name error=error/></div>
</#macro>

<#macro errorIcon error=""></#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false>
<@group name=name label=label error=error required=required>
  <input id="${name}" name="${name}" value="${value}" type="text" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"<#if autofocus> autofocus</#if><#if autocomplete == "one-time-code"> inputmode="numeric"</#if><#if error?has_content> aria-invalid="true" aria-describedby="input-error-${name}"</#if>>
</@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false hint="">
<div class="field">
  <div class="row spread"><label for="${name}">${label}</label><#if forgotPassword><a class="link quiet" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if></div>
  <div class="secret">
    <input id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"<#if autofocus> autofocus</#if><#if error?has_content> aria-invalid="true"</#if> aria-describedby="input-error-${name}<#if hint?has_content> hint-${name}</#if>">
    <button type="button" id="${name}-show-password" aria-label="${msg('showPassword')}" aria-controls="${name}" data-password-toggle data-icon-show="eye" data-icon-hide="eye shut" data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}"><span class="eye"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M1.500 8s2.500-4.500 6.500-4.500S14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8z"/><circle cx="8" cy="8" r="2"/><path class="bar" d="M3 13L13 3"/></svg></span></button>
  </div>
  <#if hint?has_content><small id="hint-${name}">${hint}</small></#if>
  <@wrong name=name error=error/>
</div>
<#nested>
</#macro>

<#-- After a name or password that is wrong: what to do next. -->
<#macro forgotten reset>
<p class="quiet" id="forgotten"><#if reset>${msg("forgottenReset")} <a class="link" href="${url.loginResetCredentialsUrl}">${msg("forgottenResetLink")}</a><#else>${msg("forgottenAsk")}</#if></p>
</#macro>

<#macro checkbox name label value=false required=false>
<label class="tick" for="${name}"><input type="checkbox" id="${name}" name="${name}"<#if value> checked</#if>> ${label}</label>
</#macro>
