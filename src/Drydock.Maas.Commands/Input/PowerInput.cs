using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace Drydock.Maas.Commands.Input;

/// <summary>Power parameters as an operator gives them: texts, secrets as SecureString, account and password as a credential.</summary>
internal static class PowerInput
{
    public static IReadOnlyDictionary<string, string> Read(IDictionary parameters, PSCredential? credential)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in parameters)
            values[$"{entry.Key}"] = ToText(entry.Value);
        if (credential is not null)
        {
            values["power_user"] = credential.UserName;
            values["power_pass"] = credential.GetNetworkCredential().Password;
        }

        return values;
    }

    private static string ToText(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        SecureString secret => new NetworkCredential("", secret).Password,
        bool flag => flag ? "true" : "false",
        var other => LanguagePrimitives.ConvertTo<string>(other),
    };
}
