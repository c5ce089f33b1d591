package dev.signalbox.domain.setup;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sign-in that was begun: somebody types the code on the page, in any browser.
///
/// @param userCode what is typed there; made safe to show
/// @param page where, at the server that was asked
/// @param filled the page with the code in it already, if the server gave one at the same place
/// @param secret with which the answer is fetched
/// @param expiresAt after which the code is of no use
/// @param interval how long to wait between two questions
public record DeviceCode(
        String userCode, URI page, @Nullable URI filled, HiddenText secret, String clientId, Instant expiresAt,
        Duration interval) {

    /// The same with another pause.
    public DeviceCode every(Duration other) {
        return new DeviceCode(userCode, page, filled, secret, clientId, expiresAt, other);
    }
}
