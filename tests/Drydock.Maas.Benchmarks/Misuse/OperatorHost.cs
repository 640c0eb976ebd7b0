using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>A console without a person: keeps all questions and all text, and answers every question alike.</summary>
internal sealed class OperatorHost : PSHost
{
    private readonly Console _console = new();

    /// <summary>The answer to every question: yes, or no.</summary>
    public bool SaysYes { set => _console.SaysYes = value; }

    /// <summary>What was asked since <see cref="Forget"/>.</summary>
    public IReadOnlyList<string> Questions => _console.Questions;

    /// <summary>What was written since <see cref="Forget"/>, plans of -WhatIf among it.</summary>
    public string Text => _console.Text;

    public override string Name => "Drydock.Maas misuse";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _console;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public void Forget() => _console.Forget();

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class Console : PSHostUserInterface
    {
        private readonly object _lock = new();
        private readonly StringBuilder _text = new();
        private readonly List<string> _questions = [];

        public bool SaysYes { get; set; }

        public IReadOnlyList<string> Questions
        {
            get
            {
                lock (_lock)
                    return [.. _questions];
            }
        }

        public string Text
        {
            get
            {
                lock (_lock)
                    return _text.ToString();
            }
        }

        public override PSHostRawUserInterface? RawUI => null;

        public void Forget()
        {
            lock (_lock)
            {
                _text.Clear();
                _questions.Clear();
            }
        }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            lock (_lock)
                _questions.Add($"{caption} {message}");
            var answer = SaysYes ? "Yes" : "No";
            var at = choices.ToList().FindIndex(c => c.Label.Replace("&", "", StringComparison.Ordinal) == answer);
            return at >= 0 ? at : defaultChoice;
        }

        public override void Write(string value) => Append(value);

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Append(value);

        public override void WriteLine(string value) => Append(value + "\n");

        public override void WriteErrorLine(string value) => WriteLine(value);

        public override void WriteDebugLine(string message) => WriteLine(message);

        public override void WriteVerboseLine(string message) => WriteLine(message);

        public override void WriteWarningLine(string message) => WriteLine(message);

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            throw new PSNotSupportedException("Nobody is there to type.");

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new PSNotSupportedException("Nobody is there to type.");

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName,
            PSCredentialTypes allowedCredentialTypes,
            PSCredentialUIOptions options) => throw new PSNotSupportedException("Nobody is there to type.");

        public override string ReadLine() => throw new PSNotSupportedException("Nobody is there to type.");

        public override SecureString ReadLineAsSecureString() => throw new PSNotSupportedException("Nobody is there to type.");

        private void Append(string value)
        {
            lock (_lock)
                _text.Append(value);
        }
    }
}
