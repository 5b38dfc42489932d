package io.vedette.hub.platform.web;

import jakarta.inject.Singleton;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The one template engine. Escapes by default; no template uses unescaped output. */
@Singleton
public class Templates {
    private final TemplateEngine engine = new TemplateEngine();

    public Templates() {
        RecordProperties.register();
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new Words());
    }

    public void write(String template, Map<String, Object> model, Locale language, Writer out) {
        engine.process(template, new Context(language, model), out);
    }

    private static final class Words extends AbstractMessageResolver {
        @Override
        public String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
            return Messages.text(context.getLocale(), key, values == null ? new Object[0] : values);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
            return "??" + key + "??";
        }
    }
}
