package io.vedette.e2e.ondemand;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;

/** An upload that a person asked for, by the interface. */
record Asked(String upload, String recording) {
    static Asked forRecording(HubApi api, String recording) {
        Answer answer = api.post("/api/v1/t/acme/recordings/" + recording + "/upload", "");
        if (answer.status() != 202) {
            throw new AssertionError("the request was not taken: " + answer);
        }
        return new Asked(answer.json().path("upload").asText(), recording);
    }

    JsonNode look(HubApi api) {
        return api.get(path()).json();
    }

    String state(HubApi api) {
        return look(api).path("state").asText();
    }

    long received(HubApi api) {
        return look(api).path("received").asLong();
    }

    Answer cancel(HubApi api) {
        return api.delete(path());
    }

    private String path() {
        return "/api/v1/t/acme/uploads/" + upload;
    }
}
