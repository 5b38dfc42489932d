package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.Region;
import io.vedette.contracts.link.LinkCodec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionDocumentTest {
    private final List<String> faults = new ArrayList<>();

    private MotionAreas read(String motion) throws JsonProcessingException {
        JsonNode node = LinkCodec.json().readTree(motion);
        return new MotionDocument(faults::add).areas(node.path("regions"), node.path("masks"));
    }

    @Test
    void whatIsLeftOutIsTheWholePictureAndTheUsual() throws JsonProcessingException {
        assertThat(read("{}")).isEqualTo(MotionAreas.WHOLE_PICTURE);

        Region gate = read("{\"regions\": [{\"name\": \"gate\", \"corners\": [[0, 0], [1, 0], [1, 1]]}]}")
                .regions()
                .getFirst();

        assertThat(gate.sensitivity()).isEqualTo(Region.USUAL_SENSITIVITY);
        assertThat(gate.minimumSize()).isZero();
        assertThat(faults).isEmpty();
    }

    @Test
    void everyFaultIsSaidWithItsPlace() throws JsonProcessingException {
        read("""
                {"regions": [
                    {"name": "gate", "corners": [[0, 0], [1, 0], [1, 1]]},
                    {"name": "", "corners": [[0, 0], [1, 0]], "sensitivity": 200, "minimumSize": 0.9},
                    {"name": "path", "corners": [[0, 0], [1.5, 0], [1, 1]], "sensitivity": 4.5},
                    {"name": "door", "corners": [[0, 0], [1], [1, 1]], "minimumSize": "large"}],
                 "masks": [[[0, 0], [0.5, 0.5], [1, 1]], "sky"]}
                """);

        assertThat(faults)
                .anyMatch(f -> f.startsWith("motion.regions[1].corners: takes 3 to 20"))
                .anyMatch(f -> f.startsWith("motion.regions[1] takes a name"))
                .anyMatch(f -> f.startsWith("motion.regions[1] takes a sensitivity"))
                .anyMatch(f -> f.startsWith("motion.regions[1] takes a minimumSize"))
                .anyMatch(f -> f.startsWith("motion.regions[2].corners: a corner lies outside"))
                .anyMatch(f -> f.startsWith("motion.regions[2].sensitivity must be a whole number"))
                .anyMatch(f -> f.startsWith("motion.regions[3].corners must be a list of corners"))
                .anyMatch(f -> f.startsWith("motion.regions[3].minimumSize must be a number"))
                .anyMatch(f -> f.startsWith("motion.masks[0]: has next to no area"))
                .anyMatch(f -> f.startsWith("motion.masks[1]: takes 3 to 20"))
                .hasSize(10);
    }

    @Test
    void whatIsNoListIsSaid() throws JsonProcessingException {
        read("{\"regions\": {}, \"masks\": \"none\"}");

        assertThat(faults)
                .containsExactly(
                        "motion.regions must be a list in square brackets.",
                        "motion.masks must be a list in square brackets.");
    }
}
