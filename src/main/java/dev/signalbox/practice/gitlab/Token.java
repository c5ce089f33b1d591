package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.gitlab.world.Member;
import java.util.List;

/// What a token may do.
///
/// @param scopes `api`, or `read_api` which only reads
public record Token(Member member, List<String> scopes) {

    /// Copies the scopes.
    public Token {
        scopes = List.copyOf(scopes);
    }

    /// A token that may do whatever its account may.
    public static Token full(Member member) {
        return new Token(member, List.of("api"));
    }

    /// A token that reads.
    public static Token reading(Member member) {
        return new Token(member, List.of("read_api"));
    }

    boolean mayWrite() {
        return scopes.contains("api");
    }
}
