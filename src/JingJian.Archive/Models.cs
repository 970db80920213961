using JingJian.Analysis.Functions;
using JingJian.Archive.Store;
using JingJian.Search.Exemplars;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;
using JingJian.Text.Slots;

namespace JingJian.Archive;

/// <summary>The models that travel with the program.</summary>
public static class Models
{
    /// <summary>The folder beside the program.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>The segmenter over the compiled lexicon; the file is mapped, so this takes no time.</summary>
    /// <exception cref="CorruptArtifactException">The lexicon is missing, damaged or of another version.</exception>
    public static Segmenter OpenSegmenter(string folder)
    {
        string path = LexiconIn(folder);
        return File.Exists(path)
            ? new Segmenter(Lexicon.Load(MappedFile.Share(path), path))
            : throw new CorruptArtifactException(path, "分词词典", "没有这个文件；请重新安装或重新编译");
    }

    /// <summary>The recogniser of slots with what was learned of names.</summary>
    /// <param name="folder">The folder of the models.</param>
    /// <param name="lexicon">The words.</param>
    /// <exception cref="CorruptArtifactException">The model of names is missing, damaged or of another version.</exception>
    public static SlotRecognizer OpenSlots(string folder, Lexicon lexicon)
    {
        string path = NamesIn(folder);
        return File.Exists(path)
            ? new SlotRecognizer(lexicon, NameModel.Load(File.ReadAllBytes(path), path))
            : throw new CorruptArtifactException(path, "名称识别模型", "没有这个文件；请重新安装或重新训练");
    }

    /// <summary>The file of the lexicon.</summary>
    internal static string LexiconIn(string folder) => Path.Combine(folder, "lexicon", "jieba.lexicon");

    /// <summary>The file of what was learned of names.</summary>
    internal static string NamesIn(string folder) => Path.Combine(folder, "names", "names.model");

    /// <summary>The name of the weights of concreteness in <c>models/exemplars</c>.</summary>
    public const string ConcretenessName = "concreteness.model";

    /// <summary>The learned measure of concreteness; the weights must be those that the manifest beside them names.</summary>
    /// <exception cref="CorruptArtifactException">Weights or manifest are missing, damaged or of another version.</exception>
    public static ConcretenessModel OpenConcreteness(string folder)
    {
        string path = Path.Combine(folder, "exemplars", ConcretenessName);
        if (!File.Exists(path))
        {
            throw new CorruptArtifactException(path, "范例评价模型", "没有这个文件；请重新安装或重新训练");
        }

        byte[] bytes = File.ReadAllBytes(path);
        ModelManifest.Verify(path, bytes);
        return ConcretenessModel.Load(bytes, path);
    }

    /// <summary>The trained classifier of functions; the weights must be those that the manifest beside them names.</summary>
    /// <exception cref="CorruptArtifactException">Weights or manifest are missing, damaged, of another version or of another training.</exception>
    public static FunctionClassifier OpenFunctions(string folder) => OpenFunctionFile(Path.Combine(folder, "functions", FunctionManifest.WeightsName));

    /// <summary>The same of any file of weights, its manifest beside it.</summary>
    public static FunctionClassifier OpenFunctionFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new CorruptArtifactException(path, "功能识别模型", "没有这个文件；请重新安装或重新训练");
        }

        byte[] bytes = File.ReadAllBytes(path);
        ModelManifest.Verify(path, bytes);
        return new FunctionClassifier(FunctionModel.Load(bytes, path));
    }
}
