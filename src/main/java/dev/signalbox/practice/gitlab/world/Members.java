package dev.signalbox.practice.gitlab.world;

import java.util.List;
import java.util.stream.Stream;

/// The accounts of the practice team. People have the same names as at the other provider.
///
/// @param you the account whose token the console is given
/// @param colleague answers for quality assurance
public record Members(Member you, Member colleague, List<Member> developers, Member bot) {

    /// Copies the developers.
    public Members {
        developers = List.copyOf(developers);
    }

    /// The team as the story tells it.
    public static Members standard() {
        return new Members(
                new Member(5_310_011, "release-mgr", "Robin Keller", Member.MAINTAINER, false),
                new Member(5_310_012, "qa-lead", "Amara Osei", Member.MAINTAINER, false),
                List.of(
                        new Member(5_310_021, "dev-1", "Jonas Lind", Member.DEVELOPER, false),
                        new Member(5_310_022, "dev-2", "Mei Tanaka", Member.DEVELOPER, false),
                        new Member(5_310_023, "dev-3", "Zoë Martínez", Member.DEVELOPER, false),
                        new Member(5_310_024, "dev-4", "Ivan Petrov", Member.DEVELOPER, false)),
                new Member(5_310_031, "group_7100_bot", "release-bot", Member.MAINTAINER, true));
    }

    /// Everyone.
    public List<Member> all() {
        return Stream.concat(Stream.of(you, colleague, bot), developers.stream()).toList();
    }
}
