package io.vedette.hub.fleet;

import io.vedette.hub.cameras.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags in the interface for programs: those of one camera, or all that the asker may know of. */
public record TagsDocument(List<String> tags) {
    static TagsDocument of(Collection<Tag> tags) {
        return new TagsDocument(tags.stream().map(Tag::value).sorted().toList());
    }

    Set<Tag> read() {
        return tags.stream().map(Tag::new).collect(Collectors.toSet());
    }
}
