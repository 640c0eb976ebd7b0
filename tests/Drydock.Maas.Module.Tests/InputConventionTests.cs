using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>No parameter makes an object of ours of something that only has its properties: it is refused, or resolved at the server.</summary>
public sealed class InputConventionTests : IDisposable
{
    // Faults of a simulator are written as hashtables on purpose.
    private static readonly string[] Exempt = ["Start-MaasSimulator -Fault"];
    private static readonly string[] Resolved = ["MachineReference", "TagReference"];

    private readonly ModuleRunspace _runspace = new();

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void No_parameter_casts_a_row_to_an_object_of_ours()
    {
        var parameters = _runspace.Run("Get-Command -Module Drydock.Maas").Verify().Output
            .Select(o => (CmdletInfo)o.BaseObject)
            .SelectMany(c => c.Parameters.Values.Select(p => (Name: $"{c.Name} -{p.Name}", Parameter: p)))
            .Where(p => IsOurs(p.Parameter.ParameterType) && !Exempt.Contains(p.Name))
            .ToList();

        Assert.True(parameters.Count > 50, $"Only {parameters.Count} parameters were looked at.");
        Assert.Empty(parameters.Where(p => Impostors(Element(p.Parameter.ParameterType)).Any(i => IsTaken(p.Parameter, i))).Select(p => p.Name));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Name = 'harbour' } | Get-DrydockNode", "Import-DrydockDesign")]
    [InlineData("[pscustomobject]@{ Url = 'http://127.0.0.1:1/MAAS' } | Disconnect-Maas", "Connect-Maas")]
    [InlineData("@{ Url = 'http://127.0.0.1:1/MAAS' } | Stop-MaasSimulator", "Start-MaasSimulator")]
    [InlineData("[pscustomobject]@{ Id = 1; Name = 'oob' } | Get-MaasVlan", "Get-MaasFabric")]
    public void Whoever_gives_a_row_is_told_what_to_give(string script, string command)
    {
        var error = Assert.Single(_runspace.Run(script).Errors);

        Assert.StartsWith("ParameterArgumentTransformationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(command, error.Exception.Message, StringComparison.Ordinal);
    }

    private static Type Element(Type type) => type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsOurs(Type type) =>
        Element(type) is { IsEnum: false } element && element.FullName!.StartsWith("Drydock.", StringComparison.Ordinal);

    private static IEnumerable<object> Impostors(Type type)
    {
        var names = type.GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name).Append("Name").Distinct().ToList();
        var table = new Hashtable();
        var row = new PSObject();
        foreach (var name in names)
        {
            table[name] = "x";
            row.Properties.Add(new PSNoteProperty(name, "x"));
        }

        var serialised = new PSObject(row);
        serialised.TypeNames.Insert(0, $"Deserialized.{type.FullName}");
        return [new Hashtable(), new PSObject(), table, row, serialised, "x"];
    }

    private static bool IsTaken(ParameterMetadata parameter, object impostor)
    {
        var value = impostor;
        try
        {
            foreach (var attribute in parameter.Attributes.OfType<ArgumentTransformationAttribute>().Where(a => IsOurs(a.GetType())))
                value = attribute.Transform(null!, value);
        }
        catch (ArgumentTransformationMetadataException)
        {
            return false;
        }

        return !Resolved.Contains(Element(parameter.ParameterType).Name) && LanguagePrimitives.TryConvertTo(value, parameter.ParameterType, out _);
    }
}
