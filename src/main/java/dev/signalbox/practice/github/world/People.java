package dev.signalbox.practice.github.world;

import java.util.List;

/// The practice organisation's accounts and teams.
///
/// @param you the account whose token the console is given
/// @param colleague another reviewer, who acts as the second operator
public record People(Person you, Person colleague, List<Person> developers, Person bot, Team releaseTeam) {

    /// Copies the developers.
    public People {
        developers = List.copyOf(developers);
    }

    /// The team as the story tells it.
    public static People standard() {
        Person you = new Person(4_210_011, "release-mgr", "Robin Keller", false);
        Person lead = new Person(4_210_012, "qa-lead", "Amara Osei", false);
        List<Person> developers = List.of(
                new Person(4_210_021, "dev-1", "Jonas Lind", false),
                new Person(4_210_022, "dev-2", "Mei Tanaka", false),
                new Person(4_210_023, "dev-3", "Zoë Martínez", false),
                new Person(4_210_024, "dev-4", "Ivan Petrov", false));
        Person bot = new Person(4_210_031, "release-bot[bot]", "release-bot", true);
        return new People(you, lead, developers, bot, new Team(710_001, "release", "Release", List.of(you, lead)));
    }

    /// The account of this login, which must exist.
    public Person named(String login) {
        return all().stream().filter(person -> person.login().equals(login)).findFirst().orElseThrow();
    }

    /// Everyone.
    public List<Person> all() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(you, colleague, bot), developers.stream())
                .toList();
    }
}
