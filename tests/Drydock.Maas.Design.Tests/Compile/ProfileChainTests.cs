using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Drydock.Maas.Design.Compile;
using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Tests.Support;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Profiles that are missing, or inherit from themselves, and hardware that is missing.</summary>
public sealed class ProfileChainTests
{
    [Fact]
    public void A_missing_profile_is_one_error_that_names_the_nodes_which_want_it()
    {
        var problem = TestDesign.Problem(
            TestDesign.Node("n1", "host_profile: gone"), TestDesign.Node("n2", "host_profile: gone"), TestDesign.Profile("p", "{}"), TestDesign.Hardware);
        Assert.Equal(("BaremetalNode n1", "site.yaml:7:17"), (problem.Document, problem.Location!.ToString()));
        Assert.Equal(
            "BaremetalNode n1 inherits from host profile gone, which no document defines. Add it, or correct host_profile. "
            + "The same is true of n2 (site1.yaml:7:17).",
            problem.Message);
    }

    [Theory]
    [InlineData("HostProfile", "There is no HostProfile document at all: is a file missing?")]
    [InlineData("HardwareProfile", "There is no HardwareProfile document at all: is a file missing?")]
    public void A_missing_file_of_profiles_is_told_as_that(string kind, string message)
    {
        string[] profiles = [TestDesign.Profile("a", "hardware_profile: generic"), TestDesign.Profile("b", "hardware_profile: generic"), TestDesign.Hardware];
        var problem = TestDesign.Problem(
        [
            .. Enumerable.Range(1, 200).Select(i => TestDesign.Document(
                "BaremetalNode", $"n{i}", $"host_profile: {(i % 2 == 0 ? "a" : "b")}\naddressing: [{{network: pxe, address: dhcp}}]")),
            .. profiles.Where(p => !p.Contains($"drydock/{kind}/", StringComparison.Ordinal)),
        ]);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains("196 others", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_profile_is_told_the_one_that_is_likely_to_be_meant() => Assert.Contains(
        "Is worker meant?",
        TestDesign.Problem(TestDesign.Node("n1", "host_profile: workr"), TestDesign.Profile("worker", "{}"), TestDesign.Hardware).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_profile_without_hardware_is_one_error_at_the_profile()
    {
        const string Addressing = "host_profile: p1\naddressing: [{network: a, address: dhcp}]";
        var problem = TestDesign.Problem(
            TestDesign.Document("BaremetalNode", "n1", Addressing), TestDesign.Document("BaremetalNode", "n2", Addressing), TestDesign.Profile("p1", "{}"));
        Assert.Equal(("UnknownHardwareProfile", "HostProfile p1", "site2.yaml:2:1"), (problem.ErrorId, problem.Document, problem.Location!.ToString()));
        Assert.Contains("The same is true of n2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_parent_is_an_error_at_the_profile_and_once()
    {
        var problem = TestDesign.Problem(
            TestDesign.Profile("p", "host_profile: gone"), TestDesign.Node("n1", "host_profile: p"),
                TestDesign.Node("n2", "host_profile: p"), TestDesign.Hardware);
        Assert.Equal(("UnknownProfile", "HostProfile p", "$.host_profile"), (problem.ErrorId, problem.Document, problem.Path));
    }

    [Theory]
    [InlineData("a", "a -> a")]
    [InlineData("b", "a -> b -> a")]
    public void A_cycle_is_an_error_that_shows_it(string parent, string cycle)
    {
        var problem = TestDesign.Problem(
            TestDesign.Profile("a", $"host_profile: {parent}"), TestDesign.Profile("b", "host_profile: a"),
                TestDesign.Node("n1", "host_profile: a"), TestDesign.Hardware);
        Assert.Equal("ProfileCycle", problem.ErrorId);
        Assert.Contains(cycle, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_is_no_cycle()
    {
        var profiles = Enumerable.Range(1, 200).Select(i => TestDesign.Profile($"p{i}", $"host_profile: p{i + 1}"))
            .Append(TestDesign.Profile("p201", "platform: {image: far}"));
        Assert.Equal("far", TestDesign.Compile([.. profiles, TestDesign.Node("n1", "host_profile: p1")]).Image);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("gone", 0)]
    [InlineData("p0", 1)]
    public void A_chain_of_20000_takes_no_more_stack_than_one_of_two(string? end, int cycles)
    {
        var profiles = new WatchedProfiles(Enumerable.Range(0, 20_000).Select(i => Host($"p{i}", i == 19_999 ? end : $"p{i + 1}")));
        var problems = new List<DesignProblem>();
        var host = new ProfileChain(profiles, new MissingProfiles(profiles.Keys, [], []), problems).Resolve(Host("n1", "p0"));
        Assert.Equal(end is null, host is not null);
        Assert.InRange(profiles.DeepestStack, 1, 200);
        Assert.Equal(cycles, problems.Count(p => p.ErrorId == "ProfileCycle" && p.Message.Length < 500));
    }

    [Theory]
    [InlineData("host_profile: gone", "UnknownProfile")]
    [InlineData("host_profile: p", "ProfileCycle")]
    public void A_broken_profile_nobody_uses_is_a_warning(string data, string errorId) =>
        Assert.Equal(errorId, Assert.Single(TestDesign.Read(TestDesign.Profile("p", data)).Warnings).ErrorId);

    [Theory]
    [InlineData("hardware_profile: gone", "which no document defines")]
    [InlineData("platform: {image: i}", "has no hardware profile")]
    public void A_node_needs_a_hardware_profile(string data, string message)
    {
        var problem = TestDesign.Problem(
            TestDesign.Document("BaremetalNode", "n1", $"{data}\naddressing: [{{network: a, address: dhcp}}]"));
        Assert.Equal(("UnknownHardwareProfile", "$.hardware_profile"), (problem.ErrorId, problem.Path));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_many_nodes_inherit_is_one_error_where_it_was_written()
    {
        const string Addressing = "host_profile: p1\naddressing: [{network: a, address: dhcp}]";
        var problem = TestDesign.Problem(
            TestDesign.Document("BaremetalNode", "n1", Addressing),
            TestDesign.Document("BaremetalNode", "n2", Addressing),
            TestDesign.Profile("p1", "host_profile: p0"),
            TestDesign.Profile("p0", "hardware_profile: gone"));
        Assert.Equal(("HostProfile p0", "site3.yaml:5:21"), (problem.Document, problem.Location!.ToString()));
    }

    [Fact]
    public void The_hardware_profile_may_come_from_the_host_profile() => Assert.Equal("generic", TestDesign.Compile(
        TestDesign.Profile("p", "hardware_profile: generic"),
        TestDesign.Document("BaremetalNode", "n1", "host_profile: p\naddressing: [{network: a, address: dhcp}]")).HardwareProfile!.Name);

    private static HostDocument Host(string name, string? profile) =>
        new(new Document("HostProfile", name, new YamlMap([], new DocumentLocation()), "data", new DocumentLocation())) { HostProfile = profile };

    /// <summary>Profiles that notice how deep the stack is when the last of a chain is looked up, long before a thread's own stack ends.</summary>
    private sealed class WatchedProfiles(IEnumerable<HostDocument> profiles) : IReadOnlyDictionary<string, HostDocument>
    {
        private readonly Dictionary<string, HostDocument> _profiles = profiles.ToDictionary(p => p.Name, StringComparer.Ordinal);
        private int _lookups;

        public int DeepestStack { get; private set; }

        public int Count => _profiles.Count;

        public IEnumerable<string> Keys => _profiles.Keys;

        public IEnumerable<HostDocument> Values => _profiles.Values;

        public HostDocument this[string key] => _profiles[key];

        public bool ContainsKey(string key) => _profiles.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out HostDocument value)
        {
            if (++_lookups % 500 == 0)
                DeepestStack = Math.Max(DeepestStack, new StackTrace().FrameCount);
            Assert.InRange(DeepestStack, 0, 1000);
            return _profiles.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, HostDocument>> GetEnumerator() => _profiles.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
