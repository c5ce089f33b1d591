package dev.signalbox.practice.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.practice.PushedBranches;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The repository of a team file to practise on, over HTTP. It is made when somebody asks for it first, so that a team
/// whose file nobody looks at costs nothing; it lives in memory and is gone with the team.
public final class PracticeGit implements HttpHandler, PushedBranches {

    private static final Logger LOG = System.getLogger(PracticeGit.class.getName());

    private final String name;
    private final Supplier<String> board;
    private final Predicate<String> tokens;
    private final InstantSource clock;
    private @Nullable MemoryRepository made;

    /// @param name `owner/name`
    /// @param board the text of the file `board.yaml` in the first commit
    /// @param tokens who may fetch and push
    public PracticeGit(String name, Supplier<String> board, Predicate<String> tokens, InstantSource clock) {
        this.name = name;
        this.board = board;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// Where it lies on its server.
    public String path() {
        return "/" + name + ".git";
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"practice\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            MemoryRepository repository = repository();
            try {
                new SmartHttp(path(), repository::upload, repository::receive).answer(exchange);
            } catch (IOException | RuntimeException broken) {
                LOG.log(Level.DEBUG, "the practice repository did not understand a request", broken);
                if (exchange.getResponseCode() < 0) {
                    exchange.sendResponseHeaders(400, -1);
                }
            }
        }
    }

    /// Git clients send a token as the password of any user.
    private boolean isAllowed(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return tokens.test(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private synchronized MemoryRepository repository() {
        MemoryRepository known = made;
        if (known == null) {
            known = MemoryRepository.with("board.yaml", board.get(), clock.instant());
            made = known;
        }
        return known;
    }

    @Override
    public String fullName() {
        return name;
    }

    @Override
    public Optional<String> head(String branch) {
        return repository().head(branch);
    }

    @Override
    public boolean contains(String branch, String commit) {
        return repository().contains(branch, commit);
    }

    @Override
    public boolean remove(String branch) {
        return repository().remove(branch);
    }
}
