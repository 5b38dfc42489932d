package io.vedette.hub.recordings.boundary;

import io.vedette.hub.analysis.SeenLabel;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording on a page.
 *
 * @param time when it began, by the clocks of the site
 * @param moved for how long something moved in it; empty when nothing did, or nobody looked
 * @param picture address of the thumbnail; empty when there is none
 * @param state vault, edge, leaving, gone, or the state of the upload that is on its way or failed: what the page shows
 * @param title the state in words
 * @param labels what was seen in it, the surest first
 * @param canRequest the viewer may ask the edge for it, and it makes sense
 */
public record RecordingRow(
        String id,
        String href,
        String date,
        String time,
        String until,
        String length,
        String size,
        String moved,
        String picture,
        boolean cut,
        String state,
        String title,
        String detail,
        boolean inVault,
        boolean canRequest,
        boolean canCancel,
        List<LabelChips.Chip> labels,
        @Nullable UploadDocument upload) {

    /**
     * What is known of a recording besides what it is.
     *
     * @param seen what was seen in it, the surest first
     * @param upload its latest; null when there was none
     * @param siteVault the vault of a site has it
     */
    record Beside(List<SeenLabel> seen, @Nullable UploadDocument upload, boolean siteVault) {}

    static RecordingRow of(
            String slug, Recording recording, Beside beside, boolean mayRequest, ZoneId zone, Locale language) {
        UploadDocument upload = beside.upload();
        boolean edge = recording.place() == Place.EDGE;
        boolean moving = edge && upload != null && upload.moving();
        boolean tellUpload = edge && upload != null && !upload.state().equals("stored");
        String place = recording.place().name().toLowerCase(Locale.ROOT);
        return new RecordingRow(
                recording.id().toString(),
                "/t/" + slug + "/recordings/" + recording.id(),
                Moment.date(recording.startedAt().atZone(zone).toLocalDate(), language),
                Wording.clock(recording.startedAt(), zone),
                Wording.clock(recording.endedAt(), zone),
                Wording.length(recording.duration()),
                Wording.size(recording.bytes(), language),
                moved(recording, language),
                recording.thumbnail() && recording.place() != Place.LEAVING
                        ? "/t/" + slug + "/media/" + recording.id() + ".jpg"
                        : "",
                recording.cut(),
                tellUpload && upload != null ? upload.state() : place,
                tellUpload && upload != null
                        ? upload.title()
                        : Messages.text(language, "recordings.place." + place + ".title"),
                tellUpload && upload != null
                        ? upload.detail()
                        : Messages.text(
                                language,
                                "recordings.place." + place + (edge && beside.siteVault() ? ".kept" : ".detail")),
                recording.place() == Place.VAULT,
                edge && mayRequest && !moving,
                moving && mayRequest,
                LabelChips.of(slug, beside.seen(), language),
                moving ? upload : null);
    }

    private static String moved(Recording recording, Locale language) {
        int seconds = recording
                .motion()
                .map(motion -> motion.movedSeconds().cardinality())
                .orElse(0);
        return seconds == 0
                ? ""
                : Messages.text(language, "recordings.moved", Wording.length(Duration.ofSeconds(seconds)));
    }
}
