package io.vedette.stack.state;

import java.nio.file.Path;

/** The folder that holds everything of one stack that survives a stop. */
public record VarFolder(Path root) {
    public VarFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path ready() {
        return PrivateFile.folder(root);
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    public Path folder(String name) {
        return PrivateFile.folder(root.resolve(name));
    }

    public Path logs() {
        return folder("log");
    }

    public Path pids() {
        return folder("pid");
    }
}
