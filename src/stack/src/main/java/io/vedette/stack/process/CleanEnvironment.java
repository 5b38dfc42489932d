package io.vedette.stack.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What children inherit from the launcher's environment: nothing that could change what they do. */
final class CleanEnvironment {
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private CleanEnvironment() {}

    static Map<String, String> with(Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : PASSED_ON) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.putAll(own);
        return environment;
    }
}
