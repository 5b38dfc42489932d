package io.vedette.agent.config;

import io.vedette.contracts.link.EventBody.Delivery;

/** The words people use for {@link Delivery}. */
final class DeliveryWord {
    private DeliveryWord() {}

    static Delivery parse(String word) {
        return switch (word.strip()) {
            case "at-once" -> Delivery.AT_ONCE;
            case "on-demand" -> Delivery.ON_DEMAND;
            default -> throw new IllegalArgumentException("is either at-once or on-demand.");
        };
    }

    static String of(Delivery delivery) {
        return switch (delivery) {
            case AT_ONCE -> "at-once";
            case ON_DEMAND -> "on-demand";
        };
    }
}
