package io.vedette.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.vaults.StorageProviderId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner types about a rule is read as it is meant, or refused at its field. */
class RetentionFormTest {
    @Test
    void daysAndRoomAreReadWithTheirUnit() {
        FormInput form = typed("everything", "30", "1,5", "TB");

        assertThat(RetentionForm.read(form).orElseThrow())
                .isEqualTo(new RetentionForm.Wish(
                        Scope.EVERYTHING, new Terms(new Terms.Days.Of(30), OptionalLong.of(1_500_000_000_000L))));
    }

    @Test
    void whatIsSetIsShownAsItWouldBeTyped() {
        for (Scope scope :
                new Scope[] {Scope.EVERYTHING, new Scope.OneSite(SiteId.fresh()), new Scope.OneCamera(CameraId.fresh())
                }) {
            for (Terms terms : new Terms[] {
                new Terms(new Terms.Days.Of(7), OptionalLong.empty()),
                new Terms(Terms.Days.ENDLESS, OptionalLong.of(2_345_000_000L)),
                new Terms(
                        new Terms.Days.Of(7),
                        OptionalLong.empty(),
                        RetentionScene.labels(Map.of("person", 60, "traffic light", 7), OptionalInt.of(2))),
                RunMovesTest.moves(Optional.empty(), StorageProviderId.fresh(), 30),
                new Terms(Terms.Days.AS_ABOVE, OptionalLong.of(50_000_000_000L))
            }) {
                assertThat(RetentionForm.read(RetentionForm.of(scope, Optional.of(terms))))
                        .contains(new RetentionForm.Wish(scope, terms));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "everything,0,'',GB,days",
                "everything,3651,'',GB,days",
                "everything,many,'',GB,days",
                "everything,'','',GB,days",
                "everything,'',0,GB,room",
                "everything,'',-1,GB,room",
                "everything,'',much,GB,room",
                "everything,'',1,KiB,room",
                "everything,'',99999999999,TB,room",
                "site:none,1,'',GB,on",
                "'',1,'',GB,on"
            })
    void whatIsNoRuleIsRefusedAtItsField(String on, String days, String room, String unit, String field) {
        FormInput form = typed(on, days, room, unit);

        assertThat(RetentionForm.read(form)).isEmpty();
        assertThat(form.error(field)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "person,'',labels",
        "person 0,'',labels",
        "person 3651,'',labels",
        "Person 60,'',labels",
        "person 60 days,'',labels",
        "'person 60,person 70','',labels",
        "'person 60,','',labels",
        "60,'',labels",
        "person 6,'',labels",
        "'',0,unseen",
        "'',two,unseen",
        "'',8,unseen"
    })
    void whatNoLabelSaysIsRefusedAtItsField(String labels, String unseen, String field) {
        FormInput form =
                typed("everything", "7", "", "GB").preset("labels", labels).preset("unseen", unseen);

        assertThat(RetentionForm.read(form)).isEmpty();
        assertThat(form.error(field)).startsWith("form.retention." + field);
    }

    @Test
    void aRuleMayNameTwentyLabelsAndNoMore() {
        String twenty =
                IntStream.range(0, 20).mapToObj(one -> "thing" + one + " 60").collect(Collectors.joining(", "));

        assertThat(RetentionForm.read(typed("everything", "", "", "GB").preset("labels", twenty)))
                .isPresent();
        assertThat(RetentionForm.read(typed("everything", "", "", "GB").preset("labels", twenty + ", one 60")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',30", "here,30", "01a1f94a-3971-7d65-821c-e07d22fc2686,''", "01a1f94a-3971-7d65-821c-e07d22fc2686,0"
    })
    void whereToAndAfterHowManyDaysAreSaidTogether(String archive, String after) {
        FormInput form =
                typed("everything", "7", "", "GB").preset("archive", archive).preset("after", after);

        assertThat(RetentionForm.read(form)).isEmpty();
        assertThat(form.error("after")).isEqualTo("form.retention.after");
    }

    @Test
    void daysAndNoEndAtOnceAreRefused() {
        FormInput form = typed("everything", "3", "", "GB").preset("endless", "on");

        assertThat(RetentionForm.read(form)).isEmpty();
        assertThat(form.error("days")).isEqualTo("form.retention.days");
    }

    private static FormInput typed(String on, String days, String room, String unit) {
        return FormInput.empty()
                .preset("on", on)
                .preset("days", days)
                .preset("room", room)
                .preset("unit", unit);
    }
}
