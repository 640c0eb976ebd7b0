using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Aliases of a hardware profile stand for devices of their own.</summary>
internal sealed class DeviceAliases : IValidationRule
{
    private const string Expression = "regexp:";

    public ValidationRuleInfo Info { get; } = new(
        nameof(DeviceAliases),
        "DD1106",
        "Device Aliases",
        "No two aliases of a hardware profile have the same bus address, and what follows regexp: is a regular expression.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Design.HardwareProfiles.SelectMany(p => Check(site, p));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, HardwareProfile profile)
    {
        var owners = new Dictionary<(string Bus, string Address), string>();
        foreach (var alias in profile.DeviceAliases)
        {
            if (!owners.TryAdd((alias.BusType, alias.Address), alias.Alias))
            {
                yield return this.Warning(
                    $"Aliases {owners[(alias.BusType, alias.Address)]} and {alias.Alias} of hardware profile {profile.Name} are the "
                    + $"same device, {alias.BusType}@{alias.Address}.",
                    "Correct one of the addresses, or remove the alias.",
                    At(site, profile, alias));
            }

            if (alias.Address.StartsWith(Expression, StringComparison.Ordinal) && !IsExpression(alias.Address[Expression.Length..]))
            {
                yield return this.Error(
                    $"The address {alias.Address} of alias {alias.Alias} in hardware profile {profile.Name} is no regular expression.",
                    "Correct the expression.",
                    At(site, profile, alias));
            }
        }
    }

    // Aliases stand by the name of their bus in a profile: under its key in device_aliases.
    private static ValidationDocument At(SiteFacts site, HardwareProfile profile, DeviceAlias alias) =>
        site.At(profile, "device_aliases", alias.Alias, "address");

    private static bool IsExpression(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
