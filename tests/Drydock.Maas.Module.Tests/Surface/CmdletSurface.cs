using System.Management.Automation;

namespace Drydock.Maas.Module.Tests.Surface;

/// <summary>A cmdlet as lines: what it writes, and each parameter in each of its sets.</summary>
internal static class CmdletSurface
{
    private static readonly HashSet<string> Common = [.. PSCmdlet.CommonParameters, .. PSCmdlet.OptionalCommonParameters];

    public static IEnumerable<string> LinesOf(CmdletInfo cmdlet)
    {
        var attribute = cmdlet.ImplementingType.GetCustomAttributes(inherit: false).OfType<CmdletAttribute>().Single();
        var outputs = cmdlet.OutputType.Select(type => type.Name).Order(StringComparer.Ordinal);
        yield return $"{cmdlet.Name}: {string.Join(" | ", outputs)}{Confirmation(attribute)}{Sets(cmdlet)}";

        var parameters = cmdlet.ParameterSets.SelectMany(
            set => set.Parameters.Where(parameter => !Common.Contains(parameter.Name)).Select(parameter => (Set: set.Name, Text: GetText(parameter))));
        foreach (var group in parameters.GroupBy(parameter => parameter.Text, parameter => parameter.Set))
        {
            var sets = group.Count() == cmdlet.ParameterSets.Count ? "" : $" [{string.Join(", ", group.Order(StringComparer.Ordinal))}]";
            yield return $"{cmdlet.Name} {group.Key}{sets}";
        }
    }

    private static string Sets(CmdletInfo cmdlet) => cmdlet.ParameterSets.Count == 1 ? "" : ", sets " + string.Join(
        ", ", cmdlet.ParameterSets.OrderBy(set => set.Name, StringComparer.Ordinal).Select(set => set.IsDefault ? $"{set.Name} (default)" : set.Name));

    private static string GetText(CommandParameterInfo parameter) =>
        $"-{parameter.Name}: {TypeName.Of(parameter.ParameterType)}{Binding(parameter)}{Values(parameter)}";

    private static string Confirmation(CmdletAttribute attribute) =>
        attribute.SupportsShouldProcess ? $", confirms at {attribute.ConfirmImpact}" : "";

    private static string Binding(CommandParameterInfo parameter) => string.Concat(
        parameter.IsMandatory ? ", mandatory" : "",
        parameter.Position >= 0 ? $", position {parameter.Position}" : "",
        parameter.ValueFromPipeline ? ", from pipeline" : "",
        parameter.ValueFromPipelineByPropertyName ? ", by property" : "",
        parameter.ValueFromRemainingArguments ? ", remaining" : "",
        parameter.Aliases.Count > 0 ? $", alias {string.Join(' ', parameter.Aliases.Order(StringComparer.Ordinal))}" : "",
        parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any() ? ", wildcards" : "");

    private static string Values(CommandParameterInfo parameter) => string.Concat(parameter.Attributes.Select(attribute => attribute switch
    {
        ValidateSetAttribute set => $", one of {string.Join('|', set.ValidValues)}",
        ValidateRangeAttribute { MinRange: not null } range => FormattableString.Invariant($", {range.MinRange} to {range.MaxRange}"),
        ValidateCountAttribute count => FormattableString.Invariant($", {count.MinLength} to {count.MaxLength} of them"),
        _ => "",
    }));
}
