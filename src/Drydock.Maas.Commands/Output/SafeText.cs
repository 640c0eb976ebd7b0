using Drydock.Maas.Security;

namespace Drydock.Maas.Commands.Output;

/// <summary>Text that others wrote, or that a person typed, made safe to be shown: no terminal control, no credential of an address.</summary>
internal static class SafeText
{
    public static string Escape(string text) => TerminalText.Escape(UrlCredential.Hide(text));
}
