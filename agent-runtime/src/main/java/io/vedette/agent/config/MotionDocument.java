package io.vedette.agent.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.Polygon;
import io.vedette.agent.motion.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Regions and masks as they stand in {@code agent.json}. Every fault is said, each with the place it is at. */
final class MotionDocument {
    private final Consumer<String> faults;

    MotionDocument(Consumer<String> faults) {
        this.faults = faults;
    }

    static void write(MotionAreas areas, ObjectNode motion) {
        if (!areas.regions().equals(MotionAreas.WHOLE_PICTURE.regions())) {
            ArrayNode regions = motion.putArray("regions");
            for (Region region : areas.regions()) {
                ObjectNode one = regions.addObject();
                one.put("name", region.name());
                write(region.outline(), one.putArray("corners"));
                one.put("sensitivity", region.sensitivity());
                one.put("minimumSize", region.minimumSize());
            }
        }
        if (!areas.masks().isEmpty()) {
            ArrayNode masks = motion.putArray("masks");
            areas.masks().forEach(mask -> write(mask, masks.addArray()));
        }
    }

    private static void write(Polygon polygon, ArrayNode corners) {
        polygon.corners().forEach(corner -> corners.addArray().add(corner.x()).add(corner.y()));
    }

    /** Without regions the whole picture is one. */
    MotionAreas areas(JsonNode regions, JsonNode masks) {
        List<Region> read = new ArrayList<>();
        for (int i = 0; i < list(AgentSetting.MOTION_REGIONS, regions); i++) {
            region(AgentSetting.MOTION_REGIONS.key() + "[" + i + "]", regions.get(i))
                    .ifPresent(read::add);
        }
        List<Polygon> hidden = new ArrayList<>();
        for (int i = 0; i < list(AgentSetting.MOTION_MASKS, masks); i++) {
            polygon(AgentSetting.MOTION_MASKS.key() + "[" + i + "]", masks.get(i))
                    .ifPresent(hidden::add);
        }
        return made(
                        "motion",
                        () -> new MotionAreas(read.isEmpty() ? MotionAreas.WHOLE_PICTURE.regions() : read, hidden))
                .orElse(MotionAreas.WHOLE_PICTURE);
    }

    private int list(AgentSetting setting, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        if (!node.isArray()) {
            faults.accept(setting.key() + " must be a list in square brackets.");
            return 0;
        }
        return node.size();
    }

    private Optional<Region> region(String place, JsonNode node) {
        Optional<Polygon> outline = polygon(place + ".corners", node.path("corners"));
        JsonNode sensitivity = node.path("sensitivity");
        JsonNode size = node.path("minimumSize");
        if (!sensitivity.isMissingNode() && !sensitivity.canConvertToInt() || sensitivity.isFloatingPointNumber()) {
            faults.accept(place + ".sensitivity must be a whole number.");
            return Optional.empty();
        }
        if (!size.isMissingNode() && !size.isNumber()) {
            faults.accept(place + ".minimumSize must be a number.");
            return Optional.empty();
        }
        String name = node.path("name").asText("");
        int wanted = sensitivity.asInt(Region.USUAL_SENSITIVITY);
        List<String> wrong = Region.faults(name, wanted, size.asDouble(0));
        wrong.forEach(fault -> faults.accept(place + " " + fault));
        return wrong.isEmpty()
                ? outline.map(polygon -> new Region(name, polygon, wanted, size.asDouble(0)))
                : Optional.empty();
    }

    private Optional<Polygon> polygon(String place, JsonNode node) {
        List<Polygon.Point> corners = new ArrayList<>();
        for (JsonNode corner : node) {
            if (corner.size() != 2
                    || !corner.path(0).isNumber()
                    || !corner.path(1).isNumber()) {
                faults.accept(
                        place + " must be a list of corners, each two numbers: [[0.1, 0.2], [0.5, 0.2], [0.5, 0.9]].");
                return Optional.empty();
            }
            Optional<Polygon.Point> point = made(
                    place,
                    () -> new Polygon.Point(
                            corner.get(0).doubleValue(), corner.get(1).doubleValue()));
            if (point.isEmpty()) {
                return Optional.empty();
            }
            corners.add(point.get());
        }
        return made(place, () -> new Polygon(corners));
    }

    private <T> Optional<T> made(String place, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            faults.accept(place + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
