package io.vedette.lab.camera;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipForm;
import java.util.List;

/** One stream the camera offers, such as {@code /main}, and how it describes itself (SDP, RFC 8866). */
record Mount(String path, List<Media> media) {

    static List<Mount> of(ClipFolder clip) {
        ClipForm form = clip.form();
        return List.of(
                new Mount(
                        "/main", List.of(Media.of(form.pictures(), clip.main()), Media.of(form.sound(), clip.sound()))),
                new Mount("/sub", List.of(Media.of(form.pictures(), clip.sub()))));
    }

    /** The same stream, described as a camera of another making would. */
    Mount as(Offer offer, List<Mount> all) {
        return switch (offer) {
            case USUAL -> this;
            case VP8 -> new Mount(path, media.stream().map(Media::asVp8).toList());
            case SOUND_ONLY ->
                new Mount(path, media.stream().filter(one -> !one.pictures()).toList());
            case SMALL -> {
                Media small = all.getLast().media().getFirst();
                yield new Mount(
                        path,
                        media.stream().map(one -> one.pictures() ? small : one).toList());
            }
        };
    }

    String control(int number) {
        return path + "/trackID=" + number;
    }

    String description() {
        StringBuilder text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=Vedette test camera\r\n"
                + "c=IN IP4 127.0.0.1\r\nt=0 0\r\na=control:*\r\na=range:npt=now-\r\n");
        for (int number = 0; number < media.size(); number++) {
            text.append(media.get(number).description())
                    .append("a=control:trackID=")
                    .append(number)
                    .append("\r\n");
        }
        return text.toString();
    }
}
