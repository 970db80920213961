namespace JingJian.Tools.Words;

/// <summary>The largest singular directions of a sparse matrix.</summary>
/// <remarks>
/// <para><b>Source.</b> Halko, Martinsson and Tropp, "Finding Structure with Randomness", SIAM Review 2011: a random start, a few
/// multiplications with the matrix and its transpose, then an exact decomposition of what is left; Jacobi rotations for the latter.</para>
/// <para><b>Guarantee.</b> Seeded: the same matrix gives the same directions.</para>
/// </remarks>
internal static class SingularDirections
{
    private const int Spare = 12;
    private const int Rounds = 3;

    /// <summary>For each row its place along the first directions, times the root of their singular values.</summary>
    public static float[][] Of(SparseMatrix matrix, int directions, int seed)
    {
        var random = new Random(seed);
        int width = directions + Spare;
        SparseMatrix transposed = matrix.Transposed();
        float[][] basis = [.. Enumerable.Range(0, matrix.Size).Select(_ => Enumerable.Range(0, width).Select(_ => (float)Gaussian(random)).ToArray())];
        basis = matrix.Times(basis);
        for (int round = 0; round < Rounds; round++)
        {
            Orthonormalise(basis);
            basis = transposed.Times(basis);
            Orthonormalise(basis);
            basis = matrix.Times(basis);
        }

        Orthonormalise(basis);

        // A = Q (QᵀA): the left directions of A are Q times those of QᵀA, which are the eigenvectors of (QᵀA)(QᵀA)ᵀ.
        float[][] projected = transposed.Times(basis);
        (double[] values, double[][] vectors) = Eigen(Gram(projected));
        int[] order = [.. Enumerable.Range(0, width).OrderByDescending(i => values[i]).Take(directions)];
        return [.. basis.Select(row => order.Select(i => (float)(Along(row, vectors, i) * Math.Pow(Math.Max(values[i], 0), 0.25))).ToArray())];
    }

    private static double Gaussian(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Along(float[] row, double[][] vectors, int vector)
    {
        double sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += row[i] * vectors[i][vector];
        }

        return sum;
    }

    /// <summary>Gram and Schmidt, in place, twice for each column against rounding.</summary>
    private static void Orthonormalise(float[][] rows)
    {
        float[][] columns = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int pass = 0; pass < 2; pass++)
            {
                for (int earlier = 0; earlier < column; earlier++)
                {
                    Add(columns[column], columns[earlier], -Product(columns[column], columns[earlier]));
                }
            }

            double length = Math.Sqrt(Math.Max(Product(columns[column], columns[column]), 1e-30));
            for (int row = 0; row < rows.Length; row++)
            {
                columns[column][row] = (float)(columns[column][row] / length);
                rows[row][column] = columns[column][row];
            }
        }
    }

    private static double Product(float[] one, float[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private static void Add(float[] to, float[] from, double times)
    {
        float factor = (float)times;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += from[i] * factor;
        }
    }

    private static double[][] Gram(float[][] rows)
    {
        int width = rows[0].Length;
        double[][] gram = [.. Enumerable.Range(0, width).Select(_ => new double[width])];
        foreach (float[] row in rows)
        {
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < width; j++)
                {
                    gram[i][j] += (double)row[i] * row[j];
                }
            }
        }

        return gram;
    }

    /// <summary>Eigenvalues and eigenvectors (columns) of a symmetric matrix, by Jacobi's rotations.</summary>
    private static (double[] Values, double[][] Vectors) Eigen(double[][] matrix)
    {
        int size = matrix.Length;
        double[][] vectors = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? 1.0 : 0).ToArray())];
        for (int sweep = 0; sweep < 30; sweep++)
        {
            for (int p = 0; p < size; p++)
            {
                for (int q = p + 1; q < size; q++)
                {
                    Rotate(matrix, vectors, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, size).Select(i => matrix[i][i])], vectors);
    }

    private static void Rotate(double[][] matrix, double[][] vectors, int p, int q)
    {
        if (Math.Abs(matrix[p][q]) < 1e-300)
        {
            return;
        }

        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1), sine = tangent * cosine;
        for (int i = 0; i < matrix.Length; i++)
        {
            (matrix[i][p], matrix[i][q]) = ((cosine * matrix[i][p]) - (sine * matrix[i][q]), (sine * matrix[i][p]) + (cosine * matrix[i][q]));
        }

        for (int i = 0; i < matrix.Length; i++)
        {
            (matrix[p][i], matrix[q][i]) = ((cosine * matrix[p][i]) - (sine * matrix[q][i]), (sine * matrix[p][i]) + (cosine * matrix[q][i]));
        }

        foreach (double[] row in vectors)
        {
            (row[p], row[q]) = ((cosine * row[p]) - (sine * row[q]), (sine * row[p]) + (cosine * row[q]));
        }
    }
}
