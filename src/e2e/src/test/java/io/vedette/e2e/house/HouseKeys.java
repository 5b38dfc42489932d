package io.vedette.e2e.house;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands the house to tests: built for the first who asks, closed behind the last. A failure leaves its traces. */
final class HouseKeys
        implements ParameterResolver, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(HouseKeys.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ROOM).getOrComputeIfAbsent(House.class, none -> House.open(), House.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable fault) throws Throwable {
        throw withTraces(context, fault);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable fault) throws Throwable {
        throw withTraces(context, fault);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable fault) throws Throwable {
        throw withTraces(context, fault);
    }

    private static Throwable withTraces(ExtensionContext context, Throwable fault) {
        House house = context.getRoot().getStore(ROOM).get(House.class, House.class);
        if (house == null) {
            return fault;
        }
        String name = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        return new AssertionError(fault.getMessage() + "\n" + Traces.keep(house, name), fault);
    }
}
