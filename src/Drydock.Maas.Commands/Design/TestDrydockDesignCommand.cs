using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Validation;
using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Identity;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Design;

/// <summary>Looks a design through by every rule, before metal is touched.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DrydockDesign")]
[OutputType(typeof(ValidationFinding), typeof(bool))]
public sealed class TestDrydockDesignCommand : ModuleCommand
{
    private MaasSession? _connection;
    private Dictionary<string, ValidationSeverity?>? _severities;
    private LiveSite? _live;

    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>
    /// Severities by rule id or code, in the place of the rules' own: Error, Warning, Info, or Suppress to leave the rule out.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Severity { get; set; } = new Hashtable();

    /// <summary>Rule ids or codes to leave out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Suppress { get; set; } = [];

    /// <summary>Compare images, kernels and names with the connected MAAS too.</summary>
    [Parameter]
    public SwitchParameter Online { get; set; }

    /// <summary>The connection for that; that of the last Connect-Maas in this runspace when left out.</summary>
    [Parameter]
    [ValidateNotNull]
    [LiveObject("Connect-Maas")]
    public MaasSession? Session { get; set; }

    /// <summary>Write only whether no error was found.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Finds the connection, where one is wanted.</summary>
    protected override void BeginProcessing()
    {
        if (Online || Session is not null)
            _connection = FindSession(Session);
    }

    /// <summary>Looks one site through.</summary>
    protected override void ProcessRecord()
    {
        _severities ??= ReadSeverities();
        var options = new ValidationOptions { Severities = _severities, Live = _connection is null ? null : ReadLive() };
        var findings = Await(token => Task.FromResult(DesignValidator.Validate(Design!, options, token)));
        if (Quiet)
        {
            WriteObject(!findings.Any(f => f.Severity == ValidationSeverity.Error));
            return;
        }

        foreach (var finding in findings)
            WriteObject(finding);
    }

    private LiveSite? ReadLive()
    {
        try
        {
            return _live = Await(ReadAsync);
        }
        catch (MaasException e)
        {
            var told = new MaasException(
                ErrorIds.OnlineReadFailed, $"The design was not compared with MAAS, which could not be read: {e.Message}", e);
            ThrowTerminatingError(told.ToErrorRecord(_connection));
            return null;
        }
    }

    /// <summary>However many designs are piped in, MAAS is asked once, and for each uploaded image that they name whether it is whole.</summary>
    private async Task<LiveSite> ReadAsync(CancellationToken token)
    {
        var client = _connection!.Client;
        var named = Design!.Nodes.Select(n => n.Image).OfType<string>();
        if (_live is { } read)
        {
            var images = await client.BootResources.CompleteImagesAsync(new(read.BootResources), named, token).ConfigureAwait(false);
            return new LiveSite
            {
                BootResources = images.Resources,
                Machines = read.Machines,
                PowerParameters = read.PowerParameters,
                RackControllers = read.RackControllers,
                RackPowerParameters = read.RackPowerParameters,
                RefusesOverlappingSubnets = read.RefusesOverlappingSubnets,
            };
        }

        var listed = client.BootResources.ReadImagesAsync(named, token);
        var power = BmcRegister.ReadParametersAsync(client.Machines, token);
        var racks = client.RackControllers.ListAsync(token);
        var rackPower = BmcRegister.ReadParametersAsync(client.RackControllers, token);
        var machines = client.Machines.ListAsync(new MachineFilter(), token);
        return new LiveSite
        {
            BootResources = (await listed.ConfigureAwait(false)).Resources,
            Machines = await machines.ConfigureAwait(false),
            PowerParameters = await power.ConfigureAwait(false),
            RackControllers = await racks.ConfigureAwait(false),
            RackPowerParameters = await rackPower.ConfigureAwait(false),
            RefusesOverlappingSubnets = client.Capabilities.RefusesOverlappingSubnets,
        };
    }

    private Dictionary<string, ValidationSeverity?> ReadSeverities()
    {
        var severities = new Dictionary<string, ValidationSeverity?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in Severity)
            severities[RequireRule($"{entry.Key}")] = ParseSeverity(entry);
        foreach (var rule in Suppress)
            severities[RequireRule(rule)] = null;
        return severities;
    }

    private ValidationSeverity? ParseSeverity(DictionaryEntry entry)
    {
        var text = $"{entry.Value}";
        if (NameFilter.IsSame(text, "Suppress"))
            return null;
        if (Enum.GetNames<ValidationSeverity>().FirstOrDefault(n => NameFilter.IsSame(n, text)) is { } name)
            return Enum.Parse<ValidationSeverity>(name);
        ThrowTerminatingError(ErrorRecords.InvalidArgument(
            ErrorIds.InvalidSeverity, $"\"{text}\" is no severity for {entry.Key}; there are Error, Warning, Info and Suppress.", entry.Value));
        return null;
    }

    private string RequireRule(string rule)
    {
        if (!DesignValidator.Rules.Any(r => NameFilter.IsSame(r.RuleId, rule) || NameFilter.IsSame(r.Code, rule)))
            ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.UnknownRule, $"There is no rule {rule}.", rule));
        return rule;
    }
}
