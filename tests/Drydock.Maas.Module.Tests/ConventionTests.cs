using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>The rules of the house that the compiler does not know.</summary>
public sealed class ConventionTests : IDisposable
{
    private readonly ModuleRunspace _runspace = new();
    private readonly IReadOnlyList<CmdletInfo> _cmdlets;

    public ConventionTests() =>
        _cmdlets = [.. _runspace.Run("Get-Command -Module Drydock.Maas").Verify().Output.Select(o => (CmdletInfo)o.BaseObject)];

    private Assembly Commands => _cmdlets[0].ImplementingType.Assembly;

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void Every_cmdlet_class_is_exported()
    {
        var classes = Commands.GetTypes().Where(t => !t.IsAbstract && t.GetCustomAttribute<CmdletAttribute>() is not null);
        Assert.Equal(classes.Select(t => t.Name).Order(StringComparer.Ordinal),
            _cmdlets.Select(c => c.ImplementingType.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cmdlet_classes_are_sealed_and_named_after_verb_and_noun() =>
        Assert.All(
            _cmdlets, c => Assert.True(c.ImplementingType.IsSealed && c.ImplementingType.Name == $"{c.Verb}{c.Noun}Command", c.Name));

    /// <summary>Counted from below PSCmdlet to the cmdlet itself. What a base would add an object can do that the cmdlet holds.</summary>
    [Fact]
    public void Cmdlet_classes_are_at_most_five_deep()
    {
        static int GetDepth(Type type) => type == typeof(PSCmdlet) || type == typeof(Cmdlet) ? 0 : 1 + GetDepth(type.BaseType!);
        Assert.Empty(_cmdlets.Where(c => GetDepth(c.ImplementingType) > 5).Select(c => $"{c.ImplementingType.Name} is {GetDepth(c.ImplementingType)} deep"));
    }

    /// <summary>
    /// PowerShell knows only parameters that stand in the class or its bases, and cmdlets that take a saved plan have no base of their own within
    /// five: what several bases declare is one parameter all the same.
    /// </summary>
    [Fact]
    public void The_saved_plan_is_the_same_parameter_wherever_it_is_declared()
    {
        const string Parameter = "PlanPath";
        var contract = Assert.Single(Commands.GetTypes(), t => t.IsInterface && t.Name == "IPlanCommand");
        var users = _cmdlets.Where(c => contract.IsAssignableFrom(c.ImplementingType)).ToList();
        Assert.Equal(users.Select(c => c.Name), _cmdlets.Where(c => c.Parameters.ContainsKey(Parameter)).Select(c => c.Name));
        Assert.Single(users.Select(c => Describe(c.ImplementingType.GetProperty(Parameter)!)).Distinct());
        Assert.Single(users.Select(c => Help(c.Name)).Distinct());

        static string Describe(PropertyInfo property) => string.Join('\n',
            property.CustomAttributes.Where(a => a.AttributeType.Assembly == typeof(ParameterAttribute).Assembly)
                .Select(a => a.ToString()).Order(StringComparer.Ordinal).Prepend(property.PropertyType.ToString()));

        string Help(string cmdlet) =>
            Assert.Single(_runspace.Run($"(Get-Help {cmdlet} -Parameter {Parameter}).Description.Text").Verify().Texts);
    }

    [Fact]
    public void Cmdlets_say_what_they_write() =>
        Assert.All(_cmdlets, c => Assert.True(c.ImplementingType.GetCustomAttributes<OutputTypeAttribute>().Any(), c.Name));

    [Fact]
    public void Verbs_are_approved()
    {
        var approved = typeof(VerbsCommon).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(VerbsCommon).Namespace && t.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields()).Select(f => f.Name).ToHashSet();
        Assert.All(_cmdlets, c => Assert.Contains(c.Verb, approved));
    }

    [Fact]
    public void Nouns_are_singular_and_tell_server_from_design() => Assert.All(_cmdlets, c =>
    {
        Assert.Matches("^(Maas|Drydock|Airship)[A-Za-z]*$", c.Noun);
        Assert.True(!c.Noun.EndsWith('s') || c.Noun.EndsWith("ss", StringComparison.Ordinal) || c.Noun == "Maas", c.Noun);
    });

    [Fact]
    public void What_changes_something_asks_and_plans_and_what_only_reads_does_not() => Assert.All(_cmdlets, c =>
    {
        string[] reading = ["Get", "Resolve", "Import", "Test", "Compare"];
        // They change nothing but the session they are run in.
        string[] ofTheSession = ["Connect-Maas", "Disconnect-Maas", "Start-MaasSimulator"];
        Assert.True(
            c.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess != (reading.Contains(c.Verb) || ofTheSession.Contains(c.Name)),
            c.Name);
    });

    [Fact]
    public void Asynchronous_methods_take_a_token_last()
    {
        var methods = Commands.GetTypes().Concat(Dependencies()).Where(t => t.IsPublic || t.IsNestedPublic).SelectMany(t => t.GetMethods())
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal)
                && m.DeclaringType!.Namespace?.StartsWith("Drydock", StringComparison.Ordinal) == true
                && m.Name != nameof(IAsyncDisposable.DisposeAsync));
        Assert.All(methods,
            m => Assert.True(m.GetParameters().LastOrDefault()?.ParameterType == typeof(CancellationToken), $"{m.DeclaringType}.{m.Name}"));
    }

    [Fact]
    public void Every_cmdlet_has_help_with_two_examples()
    {
        var bare = _runspace.Run("""
            foreach ($command in Get-Command -Module Drydock.Maas) {
                $help = Get-Help $command.Name
                if (-not $help.Synopsis -or @($help.examples.example).Count -lt 2) { $command.Name }
            }
            """).Verify();
        Assert.Empty(bare.Texts);
    }

    [Fact]
    public void Every_cmdlet_is_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(BuiltModule.Repository, "README.md"));
        Assert.All(_cmdlets, cmdlet => Assert.Contains($"`{cmdlet.Name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void What_others_wrote_is_made_safe_for_terminals_in_one_place()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(BuiltModule.Repository, "src", "Drydock.Maas.Commands"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        string[] Holding(string text) => [.. sources.Where(s => s.Value.Contains(text, StringComparison.Ordinal)).Select(s => s.Key)];
        Assert.Equal(["ErrorRecords.cs"], Holding("new ErrorRecord("));
        Assert.Equal(["ErrorRecords.cs"], Holding("new ErrorDetails("));
        Assert.Equal(["ModuleCommand.cs"], Holding(": PSCmdlet"));
        Assert.Equal(["ModuleCommand.cs"], Holding("base.WriteWarning("));
        Assert.Empty(Holding("CommandRuntime."));
    }

    [Fact]
    public void No_address_network_or_MAC_is_compared_as_text()
    {
        const string Member = @"\.(?:Cidr|GatewayIP|DefaultGateway|Gateway|IPAddress|StartIP|EndIP|DhcpRelay\w+|MacAddress|BootMac|PowerAddress)\b";
        var comparison = new Regex(
            $@"{Member}\s*(?:==|!=)\s*(?!null)|(?:==|!=)\s*[\w.!?]*{Member}(?!\.)|string\.Equals\([^()]*{Member}|{Member}\)\.(?:ToHashSet|Distinct|Contains)");
        var sources = Directory.EnumerateFiles(Path.Combine(BuiltModule.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("Drydock.Maas.Simulator", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal));
        Assert.Empty(sources.SelectMany(f => File.ReadLines(f).Where(line => comparison.IsMatch(line)).Select(line => $"{Path.GetFileName(f)}: {line.Trim()}")));
    }

    [Fact]
    public void Every_parameter_is_described()
    {
        var bare = _runspace.Run("""
            foreach ($command in Get-Command -Module Drydock.Maas) {
                foreach ($parameter in (Get-Help $command.Name -Full).parameters.parameter) {
                    if (-not $parameter.description) { "$($command.Name) -$($parameter.name)" }
                }
            }
            """).Verify();
        Assert.Empty(bare.Texts);
    }

    private static IEnumerable<Type> Dependencies() =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("Drydock.Maas.", StringComparison.Ordinal)
                && !a.GetName().Name!.EndsWith(".Tests", StringComparison.Ordinal))
            .SelectMany(a => a.GetTypes());
}
