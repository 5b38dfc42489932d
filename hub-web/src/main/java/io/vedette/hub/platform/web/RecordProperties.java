package io.vedette.hub.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import ognl.OgnlRuntime;

/**
 * How templates read a record. OGNL looks for {@code getName} and {@code isName} first and then compares the names of all
 * methods, each time anew: a third of what the first page cost. Here a record's methods are found once for each class.
 */
final class RecordProperties extends ObjectPropertyAccessor {
    private static final ClassValue<Map<String, Method>> READERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Modifier.isPublic(type.getModifiers()) ? readers(type) : Map.of();
        }
    };

    private RecordProperties() {}

    /** OGNL keeps its accessors for the whole process; saying it twice changes nothing. */
    static void register() {
        OgnlRuntime.setPropertyAccessor(Record.class, new RecordProperties());
    }

    private static Map<String, Method> readers(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .collect(Collectors.toMap(Method::getName, Function.identity()));
    }

    @Override
    @SuppressWarnings("rawtypes") // as OGNL declares it
    public Object getPossibleProperty(Map context, Object target, String name) throws OgnlException {
        Method reader = READERS.get(target.getClass()).get(name);
        if (reader == null) {
            return super.getPossibleProperty(context, target, name);
        }
        try {
            return reader.invoke(target);
        } catch (InvocationTargetException e) {
            throw new OgnlException(name, e.getCause());
        } catch (IllegalAccessException e) {
            throw new OgnlException(name, e);
        }
    }
}
