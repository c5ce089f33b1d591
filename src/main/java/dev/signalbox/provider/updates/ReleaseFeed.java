package dev.signalbox.provider.updates;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Updates;
import dev.signalbox.provider.http.ApiRequest;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.json.JsonFields;
import java.net.URI;

/// The latest release of a project, as GitHub's REST API tells it. Asked so seldom that nothing is kept open.
public final class ReleaseFeed implements Updates {

    private final HttpSettings settings;

    private ReleaseFeed(HttpSettings settings) {
        this.settings = settings;
    }

    /// @param settings their address is the very one that is asked, see [FeedAddress]; a credential in them is not sent
    public static Updates of(HttpSettings settings) {
        return new ReleaseFeed(settings.at(settings.base(), Credential.none()));
    }

    @Override
    public PublishedVersion newest() throws RemoteFailure {
        try (HttpDoor door = HttpDoor.open(settings)) {
            return version(new JsonFields(door.get(ApiRequest.read(settings.base().url())).body()));
        }
    }

    static PublishedVersion version(JsonFields release) throws RemoteFailure {
        String tag = release.text("tag_name");
        String page = release.text("html_url");
        if (tag == null || page == null) {
            throw unreadable("It names no version or no page");
        }
        if (release.flag("draft") || release.flag("prerelease")) {
            throw unreadable("It names a version that is not finished");
        }
        Version version = Version.parse(tag).orElseThrow(() -> unreadable("What it calls a version is none"));
        try {
            return new PublishedVersion(version, URI.create(page), release.time("published_at"));
        } catch (IllegalArgumentException hostile) {
            throw unreadable("The page that it names may not be opened");
        }
    }

    private static RemoteFailure unreadable(String why) {
        return new RemoteFailure(new RemoteProblem.Unreadable(why));
    }
}
