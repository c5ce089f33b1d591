package dev.signalbox.provider.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SignIn;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.ApiWrite;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.JsonAnswer;
import dev.signalbox.provider.http.Origin;
import dev.signalbox.provider.json.JsonFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// OAuth 2.0 device authorization grant (RFC 8628), without any secret of the application.
///
/// The page that a person is sent to must be at the server that was asked: an answer that names another one is refused,
/// since people type a code there and say yes.
public final class DeviceFlow implements SignIn {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String USER_CODE = "[A-Za-z0-9-]{4,20}";
    private static final String TOKEN = "[\\x21-\\x7e]{1,4000}";
    private static final Duration USUAL_LIFE = Duration.ofMinutes(15);
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(2);

    private final HttpDoor door;
    private final DeviceFlowPlace place;
    private final InstantSource clock;

    /// @param door to the server that people look at, without a credential
    public DeviceFlow(HttpDoor door, DeviceFlowPlace place, InstantSource clock) {
        this.door = door;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public DeviceCode begin(String clientId) throws RemoteFailure {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        form.put("scope", place.scope());
        Instant asked = clock.instant();
        JsonAnswer answer = post(place.codes(), form);
        JsonFields fields = fields(answer);
        String error = fields.text("error");
        if (error != null) {
            SignInAnswer.Refused refused = DeviceErrors.refused(error, place.product());
            throw new RemoteFailure(new RemoteProblem.Rejected(refused.sentence(), answer.status()));
        }
        String userCode = fields.text("user_code");
        String secret = fields.text("device_code");
        URI page = own(fields.text("verification_uri"));
        if (userCode == null || !userCode.matches(USER_CODE) || secret == null || secret.isBlank()) {
            throw unreadable(place.product() + " did not begin a sign-in, though it did not refuse it");
        }
        if (page == null) {
            throw unreadable(place.product() + " named a page to sign in on that is not its own; do not sign in there");
        }
        Duration life = within(fields.number("expires_in"), USUAL_LIFE, LONGEST_LIFE);
        return new DeviceCode(
                userCode, page, own(fields.text("verification_uri_complete")), new HiddenText(secret), clientId,
                asked.plus(life), within(fields.number("interval"), USUAL_INTERVAL, LONGEST_INTERVAL));
    }

    @Override
    public SignInAnswer poll(DeviceCode begun) throws RemoteFailure {
        if (!clock.instant().isBefore(begun.expiresAt())) {
            return DeviceErrors.refused("expired_token", place.product());
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", begun.clientId());
        form.put("device_code", begun.secret().reveal());
        form.put("grant_type", GRANT);
        Instant asked = clock.instant();
        JsonFields fields = fields(post(place.tokens(), form));
        String error = fields.text("error");
        if (error != null) {
            return switch (error) {
                case "authorization_pending" -> new SignInAnswer.Waiting(begun);
                case "slow_down" -> new SignInAnswer.Waiting(
                        begun.every(slower(fields.number("interval"), begun.interval())));
                default -> DeviceErrors.refused(error, place.product());
            };
        }
        HiddenText token = token(fields);
        Instant end = end(fields.number("expires_in"), asked);
        HiddenText refresh = secret(fields, "refresh_token");
        return new SignInAnswer.Granted(
                token, end, refresh == null
                        ? null
                        : new Grant(token, end, refresh, end(fields.number("refresh_token_expires_in"), asked),
                                begun.clientId(), place.tokens().uri()));
    }

    /// RFC 6749, 6; without a secret of the application, which neither provider wants where a code began the sign-in.
    @Override
    public Grant renew(Grant old) throws RemoteFailure {
        if (!old.at().equals(place.tokens().uri())) {
            throw new RemoteFailure(new RemoteProblem.SignInEnded(
                    "The account now has another address than when somebody signed in."));
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", old.clientId());
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", old.refresh().reveal());
        Instant asked = clock.instant();
        JsonAnswer answer = post(place.tokens(), form);
        JsonFields fields = fields(answer);
        String error = fields.text("error");
        if (error != null) {
            throw new RemoteFailure(DeviceErrors.renewal(error, answer.status(), place.product()));
        }
        HiddenText token = token(fields);
        HiddenText refresh = secret(fields, "refresh_token");
        Instant refreshEnd = end(fields.number("refresh_token_expires_in"), asked);
        return new Grant(
                token, end(fields.number("expires_in"), asked), refresh == null ? old.refresh() : refresh,
                refresh == null ? old.refreshEndsAt() : refreshEnd, old.clientId(), old.at());
    }

    private HiddenText token(JsonFields fields) throws RemoteFailure {
        HiddenText token = secret(fields, "access_token");
        if (token == null) {
            throw unreadable(place.product() + " gave no token, though it did not refuse one");
        }
        return token;
    }

    private static @Nullable HiddenText secret(JsonFields fields, String field) {
        String text = fields.content(field);
        return text == null || !text.matches(TOKEN) ? null : new HiddenText(text);
    }

    private static @Nullable Instant end(@Nullable Long life, Instant asked) {
        return life == null || life <= 0 ? null : asked.plusSeconds(Math.min(life, 1L << 32));
    }

    private JsonAnswer post(ApiUrl url, Map<String, String> form) throws RemoteFailure {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return door.ask(new ApiWrite(
                "POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                body, ApiWrite.Expected.JSON));
    }

    private JsonFields fields(JsonAnswer answer) throws RemoteFailure {
        JsonNode body = answer.body();
        if (!body.isObject()) {
            throw unreadable(place.product() + "'s answer is not what was asked for");
        }
        return new JsonFields(body);
    }

    /// An address at the very server that was asked.
    private @Nullable URI own(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            URI page = new URI(address);
            return door.base().origin().equals(Origin.of(page)) ? page : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /// RFC 8628, 3.5: five seconds more, or as long as the server says.
    private static Duration slower(@Nullable Long told, Duration before) {
        Duration more = before.plus(USUAL_INTERVAL);
        Duration wanted = within(told, more, LONGEST_INTERVAL);
        return wanted.compareTo(more) < 0 ? more : wanted;
    }

    private static Duration within(@Nullable Long seconds, Duration usual, Duration longest) {
        if (seconds == null || seconds <= 0) {
            return usual;
        }
        return seconds > longest.toSeconds() ? longest : Duration.ofSeconds(seconds);
    }

    private static RemoteFailure unreadable(String sentence) {
        return new RemoteFailure(new RemoteProblem.Unreadable(sentence));
    }
}
